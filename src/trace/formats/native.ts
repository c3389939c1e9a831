import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import { readSanitizer } from './native/sanitizer.ts';

/** What C and C++ programs print when they fail: sanitizers, `terminate called`, glibc's checks, failed assertions. */
export const native: Format = {
  id: 'native',
  language: 'cpp',
  hint: 'Sanitizer: |runtime error: |erminat|Assertion |Failure|FAILED:|0x|shared libraries|version `|not loaded|not found|failed to start|*** |()|double free|corrupted|pure virtual',
  isAnywhere: true,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (text.includes('Sanitizer: ')) return readSanitizer(lines, from);
    return (
      readTerminate(lines, from) ??
      readUndefined(lines, from) ??
      readAssertion(lines, from) ??
      readTest(lines, from) ??
      readValgrind(lines, from) ??
      readCheck(lines, from)
    );
  },
};

// terminate called after throwing an instance of 'std::out_of_range'
//   what():  no price for ink
function readTerminate(lines: Line[], from: number): Reading | undefined {
  // *** Terminating app due to uncaught exception 'NSRangeException', reason: 'index 3 beyond bounds'
  const app = /Terminating app due to uncaught exception '(\w{1,100})', reason: '(.{0,1000}?)'?$/.exec(
    (lines[from] as Line).text.slice(0, 1200),
  );
  if (app !== null) {
    let end = from + 1;
    while (end < lines.length && end < from + 80 && !(lines[end] as Line).text.startsWith('libc++abi')) end++;
    return error(
      lines,
      from,
      end < lines.length && end < from + 80 ? end + 1 : from + 1,
      app[1] ?? '',
      app[2] ?? '',
    );
  }
  const match =
    /^\s*(?:libc\+\+abi(?:\.dylib)?: )?(?:terminate called|terminating)(?: after throwing an instance of ['‘"]?([^'’"]{1,300})(?:['’"].*)?| (?:due to|with) uncaught exception of type (.{1,300}?)(?:: (.*))?| (without an active exception))$/.exec(
      (lines[from] as Line).text.slice(0, 1000),
    );
  if (match === null) return undefined;
  const [, thrown, uncaught, text = '', without] = match;
  if (without !== undefined)
    return error(lines, from, from + 1, 'terminate', 'called without an active exception');
  let next = from + 1;
  const what = /^\s*what\(\): ? ?(.*)$/.exec(lines[next]?.text ?? '')?.[1];
  const message = [what ?? text];
  if (what !== undefined) {
    // The message goes on until the shell tells of the signal.
    for (next++; next < lines.length && next < from + 20; next++) {
      const { text: below } = lines[next] as Line;
      if (below === '' || /Aborted|Abort trap|core dumped/.test(below)) break;
      message.push(below);
    }
  }
  return error(lines, from, next, thrown ?? uncaught ?? '', message.join('\n'));
}

// undefined.c:5:18: runtime error: signed integer overflow
function readUndefined(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match = /^\s*(\S.{0,300}?):(\d+):(\d+): runtime error: (.+)$/.exec(line.text.slice(0, 1000));
  if (match?.[1] === undefined) return undefined;
  const next = (lines[from + 1]?.text ?? '').startsWith('SUMMARY: UndefinedBehaviorSanitizer')
    ? from + 2
    : from + 1;
  return error(lines, from, next, 'runtime error', match[4] ?? '', [
    ownFrame(line.at, match[1], match[2], match[3]),
  ]);
}

// failed: failed.c:4: half: Assertion `value' failed.
function readAssertion(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  if (!line.text.includes('Assertion ')) return undefined;
  // Assertion failed: (n > 0), function total, file cart.c, line 12. · Assertion failed: n > 0, file C:\cart.cpp, line 12
  const short = /^Assertion failed: .{1,600}, file (\S.{0,300}), line (\d+)\.?$/.exec(
    line.text.trim().slice(0, 1000),
  );
  if (short?.[1] !== undefined)
    return error(lines, from, from + 1, 'error', short[0], [ownFrame(line.at, short[1], short[2])]);
  const match =
    /^(?:[^\s:]{1,200}: )?([^\s:][^:]{0,300}):(\d+): (.{0,300}?): (Assertion [`'‘"].+ failed\.)$/.exec(
      line.text.trim().slice(0, 2000),
    );
  if (match?.[1] === undefined) return undefined;
  return error(lines, from, from + 1, 'error', match[4] ?? '', [
    ownFrame(line.at, match[1], match[2], undefined, match[3]),
  ]);
}

// cart_test.cpp:3: Failure · unknown file: Failure · tests/cart.cpp:7: FAILED:
/** A failed check of GoogleTest or Catch2; what was expected stands below it. */
function readTest(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match = /^(?:(\S.{0,300}):(\d+)|unknown file): (?:Failure|FAILED:)$/.exec(
    line.text.trim().slice(0, 400),
  );
  if (match === null) return undefined;
  const said: string[] = [];
  let next = from + 1;
  for (; next < lines.length && next < from + 40; next++) {
    const { text } = lines[next] as Line;
    if (text.trim() === '' || /^\[ {2}FAILED|^={20}/.test(text)) break;
    said.push(text.trim());
  }
  if (said.length === 0) return undefined;
  const frames = match[1] === undefined ? [] : [ownFrame(line.at, match[1], match[2])];
  return error(lines, from, next, 'error', said.join('\n'), frames);
}

// ==4242== Invalid read of size 4
// ==4242==    at 0x109155: total (cart.c:3)
/** What Valgrind found, and the first of its stacks. */
function readValgrind(lines: Line[], from: number): Reading | undefined {
  const textOf = (index: number) =>
    (lines[index]?.text ?? '')
      .slice(0, 1000)
      .replace(/^==\d+== ?/, '')
      .trim();
  const message = textOf(from);
  if (
    !/^at 0x[0-9A-F]+: /.test(textOf(from + 1)) ||
    /^(?:at|by|Address|Block was|Uninitialised value) /.test(message)
  )
    return undefined;
  const frames: ReturnType<typeof ownFrame>[] = [];
  let next = from + 1;
  let isFirst = true;
  for (; next < lines.length && next < from + 200 && textOf(next) !== ''; next++) {
    const frame = /^(?:at|by) 0x[0-9A-F]+: (\S.{0,400}?) \((?:in )?([^()]{1,300}?)(?::(\d+))?\)$/.exec(
      textOf(next),
    );
    isFirst &&= /^(?:at|by) /.test(textOf(next));
    if (isFirst && frame?.[2] !== undefined)
      frames.push(ownFrame((lines[next] as Line).at, frame[2], frame[3], undefined, frame[1]));
  }
  return message === '' ? undefined : error(lines, from, next, 'error', message, frames);
}

// ./shop: error while loading shared libraries: libssl.so.3: cannot open shared object file: No such file or directory
// ./shop: /lib/libc.so.6: version `GLIBC_2.34' not found (required by ./shop) · dyld[42]: Library not loaded: @rpath/a.dylib
const LOADER =
  /^(?:\S{1,200}: )?(error while loading shared libraries: .{3,400}|\S{1,200}: version `\w[\w.]{1,60}' not found \(required by .{1,300}\)|(?:Library not loaded|Symbol not found): \S.{0,300})$/;

// free(): double free detected in tcache 2 · *** stack smashing detected ***: terminated
const CHECK =
  /^\s*(?:\*\*\* Error in [`'].{1,200}': )?((?:free|malloc|realloc|munmap_chunk|calloc)\(\): .{3,100}|double free or corruption.{0,40}|corrupted (?:size|double-linked|unsorted).{0,80}|(?:malloc_consolidate|sysmalloc).{3,100}|\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*.{0,40}|pure virtual method called|This application failed to start because .{3,300}|mem_?align.{3,60})$/;

function readCheck(lines: Line[], from: number): Reading | undefined {
  const text = (lines[from] as Line).text.trim().slice(0, 800);
  const message = CHECK.exec(text)?.[1] ?? LOADER.exec(text)?.[1];
  return message === undefined
    ? undefined
    : error(lines, from, from + 1, 'error', message.replace(/: 0x[0-9a-f]+ \*\*\*$/, ''));
}

function error(
  lines: Line[],
  from: number,
  next: number,
  type: string,
  message: string,
  frames: ReturnType<typeof ownFrame>[] = [],
): Reading {
  return single(lines, from, next, { type, message, frames });
}
