import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of compilers that print `file:line: error: text` (gcc, clang, javac, Kotlin's, mypy), and of the linker. */
export const gcc: Format = {
  id: 'gcc',
  language: languages.cpp,
  triggers: ['error: ', 'ERROR: ', 'ndefined ', 'multiple definition', 'ld: ', 'ld.bfd: ', 'ld.exe: '],
  lineStarts: {
    // a.c:1:2: error: text · A.java:6: warning: text · compilation terminated. · Undefined symbols for
    // main.c:(.text+0xa): undefined reference to `f'
    inside: [
      'collect2: error: ',
      'compilation terminated\\.',
      '[^\\s:]{1,400}\\.\\w{1,5}(?::\\d+){1,2}: (?:(?:fatal )?error|warning|note): ',
      '[^\\s:]{1,400}:\\([^\\s()]{1,80}\\): undefined reference',
      'Undefined symbols for',
    ],
  },
  logTriggers: ['undefined reference'],
  parse: patternTable([
    // a.c:1:27: error: text · A.java:6: error: text · meson.build:2:0: ERROR: text
    // Below it `    6 |     source`, carets, `  symbol:   variable offset`
    [
      /^(?<file>\S[^:]{0,400}\.\w{1,6}|[A-Z]:\\[^:]{1,400}):(?<line>\d+)(?::(?<column>\d+))?: (?:(?<type>(?:fatal )?error)|ERROR): (?<message>.*)$/,
      { linesBelow: /^\s+\S|^\s*(?:\d+ )?\|/ },
    ],
    // cc1: fatal error: a.c: No such file or directory · clang: error: no input files
    [
      /^(?:[\w./-]{0,400}[/-])?(?:cc1(?:plus|obj)?|gcc|g\+\+|c\+\+|cc|clang(?:\+\+)?)(?:-[\d.]{1,6})?(?:\.exe)?: (?<type>(?:fatal )?error): (?!linker command failed)(?<message>.+)$/,
    ],
    [/^(?:ninja|configure|meson): error: (?<message>.+)$/, { language: 'shell' }],
    // main.c:(.text+0xa): undefined reference to `total' · b.c:(.text+0x0): multiple definition of `total'; …
    // Below it `>>> referenced by main.cpp`
    [
      /(?:^|: |\s)(?<message>(?:[Uu]ndefined (?:reference to|symbols?:?)|multiple definition of) .{1,400})$/,
      {
        lineAbove: /: in function /,
        messageLines: /^\s+".*, referenced from:$/,
        linesBelow: /^>>> |^\s{2,}\S/,
      },
    ],
    // ld: symbol(s) not found for architecture arm64
    [/^ld: (?<message>symbol\(s\) not found for .{1,80})$/, { refersTo: 'previous' }],
    // /usr/bin/ld: cannot find -lssl · ld: library not found for -lssl · ld.lld: error: unable to find library -lssl
    [
      /^(?:\S.{0,400}[/\\-])?(?:ld(?:\.\w+|64\.lld)?|mold|wasm-ld): (?:(?:error|fatal): |(?=(?:cannot find \S|(?:library|framework) (?:'.{1,80}' )?not found|file not found|unrecognized option|can't open)))(?<message>.{1,400})$/,
      { lineAbove: /: in function /, linesBelow: /^>>> / },
    ],
  ]),
};
