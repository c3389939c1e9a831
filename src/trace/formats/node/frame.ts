import type { Frame } from '../../types.ts';

/**
 * Reads a frame of V8, or says that the line is none. By hand, since paths may hold blanks and brackets:
 * `at async new f [as g] (C:\Program Files (x86)\a.js:1:2)`, `at file:///a.js:1:2`, `at Promise.all (index 0)`,
 * `at eval (eval at f (a.js:1:2), <anonymous>:3:4)`.
 */
export function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  const start = /^\s*(?:at |in (?=\w+ \())/.exec(text.slice(0, 200))?.[0];
  if (start === undefined || text.length > 4000) return undefined;
  let rest = text
    .slice(start.length)
    .trim()
    .replace(/ \{$|,$/, '');
  rest = rest.replace(/^async /, '').replace(/^(?:file: )/, 'file:');
  if (rest.endsWith(')')) {
    const open = openBracket(rest);
    if (open <= 0) return undefined;
    const name = rest
      .slice(0, open)
      .replace(/^new /, '')
      .replace(/ \[as [^\]]{1,80}\]\s*$/, '')
      .trim();
    const location = locationOf(rest.slice(open + 1, -1));
    if (location === undefined || /^(?:the|a|an|this|that)\b/.test(name)) return undefined;
    return { ...location, ...(name === '' ? {} : { function: name }) };
  }
  const location = /:\d+:\d+$|^native$|^<anonymous>$/.test(rest) ? locationOf(rest) : undefined;
  if (location !== undefined) return location;
  return /^(?:new )?[\w$.]+ <anonymous>$/.test(rest)
    ? { function: rest.slice(0, -12), origin: 'runtime' }
    : undefined;
}

/** The first bracket with a blank before it: names have no ` (`, paths may. */
function openBracket(text: string): number {
  const spaced = text.indexOf(' (');
  return spaced >= 0 ? spaced + 1 : text.indexOf('(');
}

function locationOf(text: string): Omit<Frame, 'at'> | undefined {
  if (text === 'native' || text === '<anonymous>' || /^index \d+$/.test(text)) return { origin: 'runtime' };
  const place = /^(.*?):(\d+)(?::(\d+))?$/.exec(text.slice(-1000));
  if (place?.[1] === undefined) return undefined;
  if (text.startsWith('eval at '))
    return { origin: 'runtime', line: Number(place[2]), column: Number(place[3]) };
  const file = place[1];
  // `C.java:12`, and .NET's `in a.cs:line 12`, are not V8's.
  if (/\.(?:java|kts?|scala|groovy|cs|vb|fs|rs|rb|php|exs?)$/.test(file) || file.endsWith(':line'))
    return undefined;
  if (place[3] === undefined && !/[/\\.]/.test(file)) return undefined;
  return {
    file,
    line: Number(place[2]),
    ...(place[3] === undefined ? {} : { column: Number(place[3]) }),
    ...origin(file),
  };
}

/** Whose code a file is: Node's, a package's or the program's. */
export function origin(file: string): Pick<Frame, 'origin' | 'package'> {
  const path = file.replaceAll('\\', '/');
  if (/^(?:<|node:|internal\/|native |bun:|deno:|ext:|chrome-extension:)/.test(path))
    return { origin: 'runtime' };
  // Before `node:` was written: `events.js:1`, `net.js:1`, `internal/main.js:1`
  if (/^(?:_?[a-z_]+)\.js$/.test(path) && CORE.has(path.slice(0, -3))) return { origin: 'runtime' };
  const at = path.lastIndexOf('node_modules/');
  if (at >= 0) {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + 13))?.[0] ?? '';
    // pnpm: node_modules/.pnpm/name@1.2.3/node_modules/name
    if (name !== '' && !name.startsWith('.')) return { origin: 'library', package: name };
    return { origin: 'library' };
  }
  return { origin: 'app' };
}

const CORE = new Set(
  'events net fs module timers assert buffer child_process cluster dns http https stream util vm zlib tty url path readline crypto domain bootstrap_node _http_client _http_server _stream_readable _stream_writable _tls_wrap async_hooks tls'.split(
    ' ',
  ),
);
