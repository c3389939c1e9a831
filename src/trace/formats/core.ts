import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import type { Frame } from '../types.ts';

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
      return make(lines, from, Math.max(next, from + 1), signal.type, signal.message, frames);
    }
    if (frameOf(text) === undefined || frameOf(lines[from + 1]?.text ?? '') === undefined) return undefined;
    const { frames, next } = readStack(lines, from);
    return make(lines, from, next, '', '', frames);
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

const FRAMES = [
  // #0  0x0000555555555169 in add_item (list=0x0, item=3) at list.c:12 · #1  main () at a.c:3
  /^\s*#\d+ +(?:0x[0-9a-f]+ in )?(?<name>[^\s(][^(]{0,300}?) \(.{0,1000}\) at (?<file>\S{1,400}?):(?<line>\d+)$/,
  // #1  0x00007f2e1a43bd06 raise (libc.so.6 + 0x3bd06)
  /^\s*#\d+ +0x[0-9a-f]+ (?<name>\S{1,300}) \((?<module>\S{1,200}) \+ 0x[0-9a-f]+\)$/,
  // #2  0x00007ffff7e4a4a1 in abort () from /lib/x86_64-linux-gnu/libc.so.6 · #3 0x0000 in ?? ()
  /^\s*#\d+ +0x[0-9a-f]+ in (?<name>[^\s(][^(]{0,300}?) \(.{0,1000}\)(?: from (?<module>\S{1,300}))?$/,
];
const RUNTIME = /^(?:\/usr|\/lib)|(?:^|\/)(?:libc|libstdc\+\+|libpthread|ld-linux|libgcc_s|libm)\b/;

function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  if (!/^\s*#\d/.test(text)) return undefined;
  for (const form of FRAMES) {
    const groups = form.exec(text.slice(0, 1500))?.groups;
    if (groups === undefined) continue;
    const { file, module = '', name = '' } = groups;
    return {
      ...(file === undefined ? {} : { file, line: Number(groups.line) }),
      function: name.trim(),
      origin: RUNTIME.test(file ?? module) || /^(?:__|_start|\?\?)/.test(name) ? 'runtime' : 'app',
    };
  }
  return undefined;
}

function make(
  lines: Line[],
  from: number,
  next: number,
  type: string,
  message: string,
  frames: Frame[],
): Reading {
  return single(lines, from, next, { type, message, frames });
}
