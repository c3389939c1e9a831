import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

/** Errors of compilers that print `file:line: error: text` (gcc, clang, javac, Kotlin's), and of the linker. */
export const gcc: Format = {
  id: 'gcc',
  hint: / (?:fatal )?error: |undefined reference to|ld: |[Uu]ndefined symbol/,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (text.includes('error: ')) return readCompiler(lines, from);
    return /[Uu]ndefined (?:reference|symbol)/.test(text) ? readLinker(lines, from) : undefined;
  },
};

const LANGUAGES: Record<string, string> = {
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  swift: 'swift',
  ex: 'elixir',
  exs: 'elixir',
};
// a.c:1:27: error: text · A.java:6: error: text · e: /a.kt:1:2: text
const HEAD =
  /^\s*(\S[^:]{0,400}(?:\.\w{1,6})|[A-Z]:\\[^:]{1,400}):(\d+)(?::(\d+))?: ((?:fatal )?error): (.*)$/;

function readCompiler(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match = HEAD.exec(line.text.slice(0, 2000));
  if (match?.[1] === undefined) return undefined;
  let next = from + 1;
  // `    6 |     source`, carets, `  symbol:   variable offset`
  while (next < lines.length && next < from + 30 && /^\s+\S|^\s*(?:\d+ )?\|/.test((lines[next] as Line).text))
    next++;
  const language = LANGUAGES[match[1].slice(match[1].lastIndexOf('.') + 1)] ?? 'cpp';
  const frames = [ownFrame(line.at, match[1], match[2], match[3])];
  return single(lines, from, next, {
    format: 'gcc',
    language,
    type: match[4] ?? 'error',
    message: match[5] ?? '',
    frames,
  });
}

// main.c:(.text+0xa): undefined reference to `total'
function readLinker(lines: Line[], from: number): Reading | undefined {
  const message = /(?:^|: |\s)([Uu]ndefined (?:reference to|symbols?:?) .{1,400})$/.exec(
    (lines[from] as Line).text.slice(0, 1000),
  )?.[1];
  if (message === undefined) return undefined;
  const before = lines[from - 1]?.text ?? '';
  const start =
    /\bld(?:\.\w+)?: .*: in function /.test(before) || /: in function [`'‘]/.test(before) ? from - 1 : from;
  const { trace, next } = single(lines, from, from + 1, {
    format: 'gcc',
    language: 'cpp',
    type: 'error',
    message,
  });
  return { next, trace: { ...trace, span: [(lines[start] as Line).at, trace.span[1]] } };
}
