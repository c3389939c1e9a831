import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

/** Errors of compilers that print `file:line: error: text` (gcc, clang, javac, Kotlin's, mypy), and of the linker. */
export const gcc: Format = {
  id: 'gcc',
  language: 'cpp',
  hint: 'error: |ERROR: |ndefined |multiple definition|ld: |ld.bfd: ',
  read(lines, from) {
    const { text } = lines[from] as Line;
    return (
      (/error: |ERROR: /.test(text) ? (readCompiler(lines, from) ?? readDriver(lines, from)) : undefined) ??
      readLinker(lines, from)
    );
  },
};

const LANGUAGES: Record<string, string> = {
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'java',
  swift: 'swift',
  py: 'python',
  ex: 'elixir',
  exs: 'elixir',
  build: 'shell',
};
// a.c:1:27: error: text · A.java:6: error: text · meson.build:2:0: ERROR: text · e: /a.kt:1:2: text
const HEAD =
  /^\s*(\S[^:]{0,400}(?:\.\w{1,6})|[A-Z]:\\[^:]{1,400}):(\d+)(?::(\d+))?: ((?:fatal )?error|ERROR): (.*)$/;

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
    language,
    type: (match[4] ?? 'error').toLowerCase(),
    message: match[5] ?? '',
    frames,
  });
}

// cc1: fatal error: a.c: No such file or directory · clang: error: no input files · ninja: error: …
const DRIVER =
  /^(?:[\w./-]{0,200}[/-])?(ninja|cc1(?:plus|obj)?|gcc|g\+\+|c\+\+|cc|clang(?:\+\+)?)(?:-[\d.]{1,6})?(?:\.exe)?: ((?:fatal )?error): (?!linker command failed)(.+)$/;

function readDriver(lines: Line[], from: number): Reading | undefined {
  const match = DRIVER.exec((lines[from] as Line).text.trim().slice(0, 1000));
  if (match === null) return undefined;
  const [, tool, type = '', message = ''] = match;
  const language = tool === 'ninja' ? 'shell' : 'cpp';
  return single(lines, from, from + 1, { language, type, message });
}

// main.c:(.text+0xa): undefined reference to `total' · b.c:(.text+0x0): multiple definition of `total'; …
const UNDEFINED =
  /(?:^|: |\s)([Uu]ndefined (?:reference to|symbols?:?) .{1,400}|multiple definition of .{1,400})$/;
// /usr/bin/ld: cannot find -lssl · ld: library not found for -lssl · ld.lld: error: unable to find library -lssl
const LD =
  /^(?:\S{0,200}[/-])?(?:ld(?:\.\w+|64\.lld)?|mold|wasm-ld): (?:(?:error|fatal): (.{1,400})|((?:cannot find \S|(?:library|framework) (?:'.{1,80}' )?not found|file not found|unrecognized option|can't open).{0,300}))$/;

function readLinker(lines: Line[], from: number): Reading | undefined {
  const text = (lines[from] as Line).text.slice(0, 1000);
  const said = LD.exec(text.trim());
  const message = UNDEFINED.exec(text)?.[1] ?? said?.[1] ?? said?.[2];
  if (message === undefined) return undefined;
  const before = lines[from - 1]?.text ?? '';
  const start =
    /\bld(?:\.\w+)?: .*: in function /.test(before) || /: in function [`'‘]/.test(before) ? from - 1 : from;
  let end = from + 1;
  // >>> referenced by main.cpp
  while (end < lines.length && end < from + 30 && (lines[end] as Line).text.startsWith('>>> ')) end++;
  const { trace, next } = single(lines, from, end, {
    type: 'error',
    message,
  });
  return { next, trace: { ...trace, span: [(lines[start] as Line).at, trace.span[1]] } };
}
