import { type Location, toLocation } from '../../location.ts';
import { parseExtensionAddress, innermostLocation, parseWasmLocation, stripAddressWords } from './address.ts';

/**
 * Reads a frame of V8, or says that the line is none. By hand, since paths may hold blanks and brackets:
 * `at async new f [as g] (C:\Program Files (x86)\a.js:1:2)`, `at file:///a.js:1:2`, `at Promise.all (index 0)`,
 * `at eval (eval at f (a.js:1:2), <anonymous>:3:4)`.
 */
export function parseV8Frame(text: string): Location | undefined {
  const start = /^\s*at (?:async )?/.exec(text.slice(0, 200))?.[0];
  if (start === undefined || text.length > 4000) return undefined;
  const rest = text
    .slice(start.length)
    .trim()
    .replace(/ \{$|,$/, '')
    .replace(/^file: /, 'file:')
    // at Cart.total @ http://a.test/a.js:1:2, as Chrome's console copies it
    .replace(/^(\S.{0,400}?) @ (\S{1,4000}:\d+|<anonymous>)$/, '$1 ($2)');
  const extension = parseExtensionAddress(rest);
  if (extension !== undefined) return parseLocation(extension.address, extension.name);
  if (rest.endsWith(')')) {
    const open = openBracket(rest);
    // at async (http://a.test/a.js:1:2)
    if (rest.startsWith('(')) return /:\d+:\d+\)$/.test(rest) ? parseLocation(rest.slice(1, -1)) : undefined;
    if (open <= 0) return undefined;
    const name = rest
      .slice(0, open)
      .replace(/^new | \[as [^\]]{1,80}\]\s*$/g, '')
      .trim();
    // `at the counter (a.js:1:2)` is prose; of a minified function `the` is all of the name.
    return /^(?:the|a|an|this|that) /.test(name) ? undefined : parseLocation(rest.slice(open + 1, -1), name);
  }
  // at new f (a.js:1:2 — cut before the bracket
  const cut = /^(?:new )?([\w$.<>]{1,400}) \((?=[^()]+:\d+:\d+$)/.exec(rest);
  if (cut !== null) return parseLocation(rest.slice(cut[0].length), cut[1]);
  if (
    /:\d+:\d+$|^native$|^<anonymous>$|^\w+:\/\/[^/\s]{0,400}\/\S{0,4000}[^\d/:]:(?:\d+|0x[0-9a-f]+)$/.test(
      rest,
    )
  )
    return parseLocation(rest);
  return /^(?:new )?[\w$.]+ <anonymous>$/.test(rest) ? toLocation({ name: rest.slice(0, -12) }) : undefined;
}

/** The bracket that the last one closes: names and paths may have some of their own. */
function openBracket(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index > 0; index--) {
    if (text[index] === ')') depth++;
    else if (text[index] === '(' && --depth === 0) return index;
  }
  // A path with a single one: the first with a blank before it.
  const spaced = text.indexOf(' (');
  return spaced >= 0 ? spaced + 1 : text.indexOf('(');
}

function parseLocation(address: string, name?: string): Location | undefined {
  const text = stripAddressWords(parseExtensionAddress(address)?.address ?? address);
  if (/^(?:native(?: code)?|<anonymous>|index \d+)$/.test(text)) return toLocation({ name });
  const wasm = parseWasmLocation(text, name);
  if (wasm !== undefined) return wasm;
  const outer = text.startsWith('eval at ') ? innermostLocation(text) : undefined;
  const place = outer === undefined ? undefined : parseLocation(outer, name);
  if (place !== undefined) return place;
  const [, file, line, column] = /^(.*?):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (file === undefined) return undefined;
  if (text.startsWith('eval at ')) return toLocation({ line, column, name });
  // `C.java:12`, and .NET's `in a.cs:line 12`, are not V8's.
  if (/\.(?:java|kts?|scala|groovy|cs|vb|fs|rs|rb|php|exs?|c|S)$|:line$/.test(file)) return undefined;
  return column === undefined && !/[/\\.]/.test(file) ? undefined : toLocation({ file, line, column, name });
}
