import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';
import { findLine, readFrames } from '../search.ts';
import type { Frame } from '../types.ts';
import { debuggerFrameOf as frameOf } from './native/frame.ts';

const REACH = 26;
const MAX_LINES = 300;

/** A debugger's and a core dump's stack: a signal, then `#0  0x… in f (a=1) at x.c:3`. */
export const core: Format = {
  id: 'core',
  language: 'cpp',
  hint: '#|signal SIG|Signal: ',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 600);
    const signal = signalIn(text);
    if (signal !== undefined) {
      const { frames, next } = readStack(lines, from + 1);
      return single(lines, from, Math.max(next, from + 1), { ...signal, frames });
    }
    if (frameOf(text) === undefined || frameOf(lines[from + 1]?.text ?? '') === undefined) return undefined;
    const { frames, next } = readStack(lines, from);
    return single(lines, from, next, { type: '', message: '', frames });
  },
};

function signalIn(text: string): { type: string; message: string } | undefined {
  // Program received signal SIGSEGV, Segmentation fault. · Thread 3 "io" received signal SIGABRT, Aborted.
  const told =
    /^\s*(?:Program|Thread .{1,60}) (?:received|terminated with) signal (SIG[A-Z]+)(?:, (.{1,60}?))?\.?$/.exec(
      text,
    );
  if (told?.[1] !== undefined) return { type: told[1], message: told[2] ?? '' };
  //         Signal: 6 (ABRT)
  const dumped = /^\s*Signal: \d+ \(([A-Z]+)\)$/.exec(text)?.[1];
  return dumped === undefined ? undefined : { type: `SIG${dumped}`, message: '' };
}

/** The first stack; the debugger shows where it stopped, then the whole stack again. */
function readStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const first = findLine(lines, from, from + REACH, frameOf) ?? from;
  const again = findLine(
    lines,
    first + 1,
    from + MAX_LINES,
    (text) => /^\s*#0 /.test(text) && frameOf(text),
    (text) => /^\s*(?:#\d|Stack trace of thread)/.test(text),
  );
  return readFrames(lines, again ?? first, frameOf);
}
