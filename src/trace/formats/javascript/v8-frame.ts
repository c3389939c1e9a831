import { type Location, toLocation } from '../../location.ts';

/**
 * Reads a frame of V8, or says that the line is none. By hand, since paths may hold blanks and brackets:
 * `at async new f [as g] (C:\Program Files (x86)\a.js:1:2)`, `at file:///a.js:1:2`, `at Promise.all (index 0)`,
 * `at eval (eval at f (a.js:1:2), <anonymous>:3:4)`.
 */
export function parseV8Frame(text: string): Location | undefined {
  const start = /^\s*(?:at |in (?=\w+ \())(?:async )?/.exec(text.slice(0, 200))?.[0];
  if (start === undefined || text.length > 4000) return undefined;
  const rest = text
    .slice(start.length)
    .trim()
    .replace(/ \{$|,$/, '')
    .replace(/^file: /, 'file:');
  if (rest.endsWith(')')) {
    const open = openBracket(rest);
    if (open <= 0) return undefined;
    const name = rest
      .slice(0, open)
      .replace(/^new | \[as [^\]]{1,80}\]\s*$/g, '')
      .trim();
    return /^(?:the|a|an|this|that)\b/.test(name) ? undefined : parseLocation(rest.slice(open + 1, -1), name);
  }
  if (/:\d+:\d+$|^native$|^<anonymous>$/.test(rest)) return parseLocation(rest);
  return /^(?:new )?[\w$.]+ <anonymous>$/.test(rest) ? toLocation({ name: rest.slice(0, -12) }) : undefined;
}

/** The first bracket with a blank before it: names have no ` (`, paths may. */
function openBracket(text: string): number {
  const spaced = text.indexOf(' (');
  return spaced >= 0 ? spaced + 1 : text.indexOf('(');
}

function parseLocation(text: string, name?: string): Location | undefined {
  if (/^(?:native|<anonymous>|index \d+)$/.test(text)) return toLocation({ name });
  const [, file, line, column] = /^(.*?):(\d+)(?::(\d+))?$/.exec(text.slice(-1000)) ?? [];
  if (file === undefined) return undefined;
  if (text.startsWith('eval at ')) return toLocation({ line, column, name });
  // `C.java:12`, and .NET's `in a.cs:line 12`, are not V8's.
  if (/\.(?:java|kts?|scala|groovy|cs|vb|fs|rs|rb|php|exs?|c|S)$|:line$/.test(file)) return undefined;
  return column === undefined && !/[/\\.]/.test(file) ? undefined : toLocation({ file, line, column, name });
}
