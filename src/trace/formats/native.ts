import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import { readSanitizer } from './native/sanitizer.ts';

/** What C and C++ programs print when they fail: sanitizers, `terminate called`, glibc's checks, failed assertions. */
export const native: Format = {
  id: 'native',
  hint: /Sanitizer: |runtime error: |terminate called|Assertion |\*\*\* |free\(\)|malloc\(\)|double free|corrupted|pure virtual/,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (text.includes('Sanitizer: ')) return readSanitizer(lines, from);
    return (
      readTerminate(lines, from) ??
      readUndefined(lines, from) ??
      readAssertion(lines, from) ??
      readCheck(lines, from)
    );
  },
};

// terminate called after throwing an instance of 'std::out_of_range'
//   what():  no price for ink
function readTerminate(lines: Line[], from: number): Reading | undefined {
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
  const match =
    /^(?:[^\s:]{1,200}: )?([^\s:][^:]{0,300}):(\d+): (.{0,300}?): (Assertion [`'‘"].+ failed\.)$/.exec(
      line.text.trim().slice(0, 2000),
    );
  if (match?.[1] === undefined) return undefined;
  return error(lines, from, from + 1, 'error', match[4] ?? '', [
    ownFrame(line.at, match[1], match[2], undefined, match[3]),
  ]);
}

// free(): double free detected in tcache 2 · *** stack smashing detected ***: terminated
const CHECK =
  /^\s*(?:\*\*\* Error in [`'].{1,200}': )?((?:free|malloc|realloc|munmap_chunk|calloc)\(\): .{3,100}|double free or corruption.{0,40}|corrupted (?:size|double-linked|unsorted).{0,80}|(?:malloc_consolidate|sysmalloc).{3,100}|\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*.{0,40}|pure virtual method called|mem_?align.{3,60})$/;

function readCheck(lines: Line[], from: number): Reading | undefined {
  const message = CHECK.exec((lines[from] as Line).text.slice(0, 400))?.[1];
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
  return single(lines, from, next, { format: 'native', language: 'cpp', type, message, frames });
}
