import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import { ownFrame } from '../place.ts';
import { findLine, readFrames, skipLines } from '../scan.ts';
import { unmarked, valgrindFrameOf } from './native/frame.ts';
import { readSanitizer } from './native/sanitizer.ts';

/** What C and C++ programs print when they fail: sanitizers, `terminate called`, glibc's checks, failed assertions. */
export const native: Format = {
  id: 'native',
  language: 'cpp',
  hint: 'Sanitizer: |runtime error: |erminat|Assertion |Failure|FAILED:|0x|shared libraries|version `|not loaded|not found|failed to start|*** |()|double free|corrupted|pure virtual',
  isAnywhere: true,
  read(lines, from) {
    return (
      readSanitizer(lines, from) ??
      readTerminate(lines, from) ??
      readTest(lines, from) ??
      readValgrind(lines, from) ??
      readLine(lines, from)
    );
  },
};

// *** Terminating app due to uncaught exception 'NSRangeException', reason: 'index 3 beyond bounds'
const APP =
  /Terminating app due to uncaught exception '(?<type>\w{1,100})', reason: '(?<message>.{0,1000}?)'?$/;
// terminate called after throwing an instance of 'std::out_of_range'
//   what():  no price for ink
const TERMINATED =
  /^\s*(?:libc\+\+abi(?:\.dylib)?: )?(?:terminate called|terminating) (?:(?:after throwing an instance of|(?:due to|with) uncaught exception of type) ['‘"]?(?<type>(?:[^'’":]|::){1,300})(?:['’"].*|: (?<message>.*))?|without an active exception)$/;

function readTerminate(lines: Line[], from: number): Reading | undefined {
  const text = (lines[from] as Line).text.slice(0, 1200);
  const app = APP.exec(text)?.groups;
  const groups = app ?? TERMINATED.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { type = 'terminate', message = groups['type'] ? '' : 'called without an active exception' } = groups;
  if (app !== undefined) {
    const end = findLine(lines, from + 1, from + 80, (text) => text.startsWith('libc++abi')) ?? from;
    return single(lines, from, end + 1, { type, message });
  }
  const what = /^\s*what\(\): ? ?(.*)$/.exec(lines[from + 1]?.text ?? '')?.[1];
  if (what === undefined) return single(lines, from, from + 1, { type, message });
  // The message goes on until the shell tells of the signal.
  const next = skipLines(
    lines,
    from + 2,
    from + 20,
    (text) => text !== '' && !/Aborted|Abort trap|core dumped/.test(text),
  );
  return single(lines, from, next, { type, message: joinMessage(what, lines, from + 2, next) });
}

// cart_test.cpp:3: Failure · unknown file: Failure · tests/cart.cpp:7: FAILED:
/** A failed check of GoogleTest or Catch2; what was expected stands below it. */
function readTest(lines: Line[], from: number): Reading | undefined {
  const { text, at } = lines[from] as Line;
  const match = /^(?:(\S.{0,300}):(\d+)|unknown file): (?:Failure|FAILED:)$/.exec(text.trim().slice(0, 400));
  if (match === null) return undefined;
  const next = skipLines(
    lines,
    from + 1,
    from + 40,
    (text) => text.trim() !== '' && !/^\[ {2}FAILED|^={20}/.test(text),
  );
  const said = lines.slice(from + 1, next).map((line) => line.text.trim());
  const frames = match[1] === undefined ? [] : [ownFrame(at, match[1], match[2])];
  return said.length === 0
    ? undefined
    : single(lines, from, next, { type: 'error', message: said.join('\n'), frames });
}

// ==4242== Invalid read of size 4
// ==4242==    at 0x109155: total (cart.c:3)
/** What Valgrind found, and the first of its stacks. */
function readValgrind(lines: Line[], from: number): Reading | undefined {
  const message = unmarked((lines[from] as Line).text);
  if (
    !/^at 0x[0-9A-F]+: /.test(unmarked(lines[from + 1]?.text ?? '')) ||
    /^(?:$|(?:at|by|Address|Block was|Uninitialised value) )/.test(message)
  )
    return undefined;
  const { frames } = readFrames(lines, from + 1, valgrindFrameOf, (text) =>
    /^(?:at|by) /.test(unmarked(text)),
  );
  const next = skipLines(lines, from + 1, from + 200, (text) => unmarked(text) !== '');
  return single(lines, from, next, { type: 'error', message, frames });
}

const LINES = [
  // undefined.c:5:18: runtime error: signed integer overflow
  /^(?<file>\S.{0,300}?):(?<line>\d+):(?<column>\d+): (?<type>runtime error): (?<message>.+)$/,
  // Assertion failed: (n > 0), function total, file cart.c, line 12. · Assertion failed: n > 0, file C:\cart.cpp, line 12
  /^(?<message>Assertion failed: .{1,600}, file (?<file>\S.{0,300}), line (?<line>\d+)\.?)$/,
  // failed: failed.c:4: half: Assertion `value' failed.
  /^(?:[^\s:]{1,200}: )?(?<file>[^\s:][^:]{0,300}):(?<line>\d+): (?<name>.{0,300}?): (?<message>Assertion [`'‘"].+ failed\.)$/,
  // free(): double free detected in tcache 2 · *** stack smashing detected ***: terminated
  /^(?:\*\*\* Error in [`'].{1,200}': )?(?<message>(?:free|malloc|realloc|munmap_chunk|calloc)\(\): .{3,100}|double free or corruption.{0,40}|corrupted (?:size|double-linked|unsorted).{0,80}|(?:malloc_consolidate|sysmalloc).{3,100}|\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*.{0,40}|pure virtual method called|This application failed to start because .{3,300}|mem_?align.{3,60})$/,
  // ./shop: error while loading shared libraries: libssl.so.3: cannot open shared object file: No such file or directory
  // ./shop: /lib/libc.so.6: version `GLIBC_2.34' not found (required by ./shop) · dyld[42]: Library not loaded: @rpath/a.dylib
  /^(?:\S{1,200}: )?(?<message>error while loading shared libraries: .{3,400}|\S{1,200}: version `\w[\w.]{1,60}' not found \(required by .{1,300}\)|(?:Library not loaded|Symbol not found): \S.{0,300})$/,
];

/** What is told in a line. */
function readLine(lines: Line[], from: number): Reading | undefined {
  const { text, at } = lines[from] as Line;
  for (const form of LINES) {
    const groups = form.exec(text.trim().slice(0, 2000))?.groups;
    if (groups === undefined) continue;
    const { type = 'error', message = '', file, line, column, name } = groups;
    const next = skipLines(lines, from + 1, from + 2, (text) =>
      text.startsWith('SUMMARY: UndefinedBehaviorSanitizer'),
    );
    return single(lines, from, next, {
      type,
      message: message.replace(/: 0x[0-9a-f]+ \*\*\*$/, ''),
      frames: file === undefined ? [] : [ownFrame(at, file, line, column, name)],
    });
  }
  return undefined;
}
