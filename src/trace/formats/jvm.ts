import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';
import type { Frame } from '../types.ts';

const MAX_LINES = 60;

/** The JVM's last words, and the head of its `hs_err` file: a signal and where it struck. */
export const jvm: Format = {
  id: 'jvm',
  language: 'java',
  hint: 'Java Runtime',
  read(lines, from) {
    const text = unmarked(lines, from);
    const isSignal = text.startsWith('A fatal error has been detected by the Java Runtime');
    if (!isSignal && !text.startsWith('There is insufficient memory for the Java Runtime')) return undefined;
    let type = 'error';
    let message = text;
    const frames: Frame[] = [];
    let next = from + 1;
    for (let index = next; index < lines.length && index < from + MAX_LINES; index++) {
      const below = unmarked(lines, index);
      // SIGSEGV (0xb) at pc=0x00007f1d2c0a4c10, pid=28, tid=29 · Internal Error (sharedRuntime.cpp:553), pid=1, tid=2
      const signal = /^(SIG[A-Z]+|EXCEPTION_[A-Z_]+|Internal Error|Out of Memory Error) (\(.{1,300})$/.exec(
        below,
      );
      if (isSignal && type === 'error' && signal?.[1] !== undefined) {
        type = signal[1];
        message = signal[2] ?? '';
      }
      // C  [libimg.so+0x4c10]  decode_row+0x30 · J 42 c2 com.acme.A.b(I)V (3 bytes) · V  [libjvm.so+0x1]
      const frame = /^[CVJjvA] +(?:\[([^\]+]{1,200})(?:\+0x[0-9a-f]+)?\] *)?(.{0,200})$/.exec(below);
      if (frame !== null && unmarked(lines, index - 1).startsWith('Problematic frame'))
        frames.push({
          ...(frame[1] === undefined ? {} : { file: frame[1] }),
          ...(frame[2] === '' || frame[2] === undefined ? {} : { function: frame[2] }),
          origin: frame[1]?.startsWith('libjvm') ? 'runtime' : 'app',
          at: (lines[index] as Line).at,
        });
      if (!(lines[index] as Line).text.trimStart().startsWith('#')) break;
      next = index + 1;
    }
    const found = single(lines, from, next, { type, message, frames });
    return found;
  },
};

const unmarked = (lines: Line[], index: number) =>
  (lines[index]?.text ?? '').slice(0, 600).replace(/^\s*#\s*/, '');
