import { languages } from '../languages.ts';
import { findLine, parseFrames } from '../find-lines.ts';
import { type Format, parseResult, type ParseResult } from '../format.ts';
import { type Line, textAt } from '../line.ts';
import { toAppFrame } from '../location.ts';
import { patternTable, skipMatching } from '../pattern-table.ts';
import { parseAppleFrame } from './apple/frame.ts';
import { parseSanitizer } from './native/sanitizer.ts';

/** What C and C++ programs print when they fail: sanitizers, `terminate called`, glibc's checks, failed assertions. */
export const native: Format = {
  id: 'native',
  language: languages.cpp,
  triggers: [
    'Sanitizer: ',
    'runtime error: ',
    'erminat',
    'Assertion ',
    'Failure',
    'FAILED:',
    'shared libraries',
    'version `',
    'not loaded',
    'not found',
    'failed to start',
    '*** ',
    '(): ',
    'double free',
    'corrupted',
    'pure virtual',
  ],
  lookahead: { triggers: ['at 0x'], lines: 1 },
  lineStarts: {
    // terminate called after throwing an instance of 'std::out_of_range' · what():  message · libc++abi: terminating
    inside: ['terminate called ', 'what\\(\\): ', 'libc\\+\\+abi: '],
  },
  logTriggers: ['erminate called', 'double free', 'corruption', 'Sanitizer', 'ssertion'],
  parse(lines, from) {
    return textAt(lines, from).includes('Sanitizer: ')
      ? parseSanitizer(lines, from)
      : (parseUncaught(lines, from) ?? parseLastWords(lines, from) ?? parseValgrind(lines, from));
  },
};

/** An exception of Apple's frameworks, and the stack of its throw below. */
function parseUncaught(lines: Line[], from: number): ParseResult | undefined {
  const found = parseTerminating(lines, from);
  const exception = found?.trace.exceptions[0];
  if (found === undefined || exception === undefined) return found;
  const stack = findLine(lines, from + 1, from + 4, parseAppleFrame) ?? found.next;
  const { frames, next } = parseFrames(lines, stack, parseAppleFrame);
  exception.frames = frames;
  const end = skipMatching(
    lines,
    frames.length > 0 ? next : found.next,
    /^(?:[()]|\*\*\* First throw|libc\+\+abi|terminating |abort\(\) called)/,
  );
  return parseResult(lines, from, end, found.trace);
}

const parseTerminating = patternTable([
  // *** Terminating app due to uncaught exception 'NSRangeException', reason: 'index 3 beyond bounds'
  [
    /Terminating app due to uncaught exception '(?<type>\w{1,400})', reason: '(?<message>.{0,4000}?)'?$/,
    { language: 'objc' },
  ],
]);

const GLIBC_CHECKS = [
  '(?:(?:free|malloc|realloc|munmap_chunk|calloc)\\(\\): |malloc_consolidate|sysmalloc|mem_?align|This application failed to start because ).{3,400}?',
  'double free or corruption.{0,80}?',
  'corrupted (?:size|double-linked|unsorted).{0,80}?',
  '\\*\\*\\* (?:stack smashing|buffer overflow) detected \\*\\*\\*.{0,80}',
  'pure virtual method called',
];
const parseLastWords = patternTable([
  // terminate called after throwing an instance of 'std::out_of_range'
  //   what():  no price for ink
  // The message goes on until the shell tells of the signal.
  [
    /^(?:libc\+\+abi(?:\.dylib)?: )?terminat(?:e called|ing) after throwing an instance of ['‘"]?(?<type>[^'’"\n]{1,400}).*\nwhat\(\): {0,2}(?<message>.*)/,
    { lineCount: 2, messageLines: /^(?!.*(?:Aborted|Abort trap|core dumped))./ },
  ],
  // libc++abi: terminating due to uncaught exception of type std::out_of_range: vector
  [
    /^(?:libc\+\+abi(?:\.dylib)?: )?terminat(?:e called|ing) (?:after throwing an instance of ['‘"]?|(?:due to|with) uncaught exception of type )(?<type>.{1,400}?)(?:['’"].*|: (?<message>.*))?$/,
  ],
  [
    /^(?:libc\+\+abi(?:\.dylib)?: )?terminat(?:e called|ing) without an active exception$/,
    { type: 'terminate', message: 'called without an active exception' },
  ],
  // undefined.c:5:18: runtime error: signed integer overflow
  [
    /^(?<file>\S.{0,400}?):(?<line>\d+):(?<column>\d+): (?<type>runtime error): (?<message>.+)$/,
    { linesBelow: /^SUMMARY: UndefinedBehaviorSanitizer/ },
  ],
  // Assertion failed: (n > 0), function total, file cart.c, line 12. · Assertion failed: n > 0, file C:\cart.cpp, line 12
  [/^(?<message>Assertion failed: .{1,900}, file (?<file>\S.{0,400}), line (?<line>\d+)\.?)$/],
  // failed: failed.c:4: half: Assertion `value' failed.
  [
    /^(?:[^\s:]{1,400}: )?(?<file>[^\s:][^:]{0,400}):(?<line>\d+): (?<name>.{0,400}?): (?<message>Assertion [`'‘"].+ failed\.)$/,
  ],
  // A failed check of GoogleTest or Catch2:
  // cart_test.cpp:3: Failure
  // Expected equality of these values:
  [
    /^(?:(?<file>\S.{0,400}):(?<line>\d+)|unknown file): (?:Failure|FAILED:)\n(?<message>.+)/,
    { lineCount: 2, messageLines: /^(?!\s*$|\[ {2}FAILED|={20})/ },
  ],
  // free(): double free detected in tcache 2 · *** stack smashing detected ***: terminated
  [
    new RegExp(
      `^(?:\\*\\*\\* Error in [\`'].{1,400}': )?(?<message>${GLIBC_CHECKS.join('|')})(?:: 0x[0-9a-f]+ \\*\\*\\*)?$`,
    ),
  ],
  // ./shop: error while loading shared libraries: libssl.so.3: cannot open shared object file: No such file or directory
  // ./shop: /lib/libc.so.6: version `GLIBC_2.34' not found (required by ./shop) · dyld[42]: Library not loaded: @rpath/a.dylib
  [
    /^(?:\S{1,400}: )?(?<message>error while loading shared libraries: .{3,400}|\S{1,400}: version `\w[\w.]{1,80}' not found \(required by .{1,400}\)|(?:Library not loaded|Symbol not found): \S.{0,400})$/,
  ],
]);

// ==4242== Invalid read of size 4
// ==4242==    at 0x109155: total (cart.c:3)
const parseFound = patternTable([
  [
    /^(?!(?:==\d+== *)?(?:at|by|Address|Block was|Uninitialised value) )(?:==\d+== *)?(?<message>\S.*)(?=\n(?:==\d+== *)?at 0x[0-9A-F]+: )/,
    { lineCount: 2, linesBelow: /^(?:==\d+== ?)?\s*[^=\s]/ },
  ],
]);

/** What Valgrind found, and the first of its stacks. */
function parseValgrind(lines: Line[], from: number): ParseResult | undefined {
  const found = parseFound(lines, from);
  if (found === undefined) return undefined;
  for (const { text, inputLine } of lines.slice(from + 1, found.next)) {
    const frame =
      /(?:at|by) 0x[0-9A-F]+: (?:(?<name>\S.{0,400}?) \((?:in )?(?<file>[^()]{1,400}?)(?::(?<line>\d+))?\)$)?/.exec(
        text.slice(0, 2000),
      )?.groups;
    if (frame === undefined) break;
    const { file, line, name } = frame;
    if (file !== undefined)
      found.trace.exceptions[0]?.frames.push(toAppFrame(inputLine, file, line, undefined, name));
  }
  return found;
}
