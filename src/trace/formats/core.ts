import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';
import type { Frame } from '../types.ts';
import { debuggerFrameOf as frameOf } from './native/frame.ts';

const MAX_LINES = 300;

/** A debugger's and a core dump's stack: a signal, then `#0  0x… in f (a=1) at x.c:3`. */
export const core: Format = {
  id: 'core',
  language: 'cpp',
  hint: /^\s*#\d+ +(?:0x[0-9a-f]+ |\S+ \()|signal SIG[A-Z]+|^\s*Signal: \d+ \(/,
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

/** The first stack: frames, with the debugger's lines before them passed over. */
function readStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (let index = from; index < lines.length && index < from + MAX_LINES; index++) {
    const { text, at } = lines[index] as Line;
    const frame = frameOf(text);
    if (frame !== undefined) {
      // The debugger shows where it stopped, then the whole stack again.
      if (/^\s*#0 /.test(text)) frames.length = 0;
      frames.push({ ...frame, at });
      next = index + 1;
    } else if (/^\s*Stack trace of thread/.test(text) && frames.length > 0) break;
    else if (frames.length > 1 || (frames.length === 0 && index - from > 25)) break;
  }
  return { frames, next };
}
