import { languageOfFile, languages } from '../../languages.ts';
import { type Format, exceptionResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import type { Frame } from '../../types.ts';
import { parseDebuggerFrame as parseFrame } from './frame.ts';

const REACH = 26;
const MAX_LINES = 300;

/** A debugger's and a core dump's stack: a signal, then `#0  0x… in f (a=1) at x.c:3`. */
export const coreDump: Format = {
  id: 'core-dump',
  language: languages.cpp,
  triggers: ['#', 'signal SIG', 'Signal: '],
  lineStarts: { inside: ['Program received signal '] },
  logTriggers: ['SIGSEGV', 'SIGABRT', 'Signal: '],
  parse(lines, from) {
    const text = textAt(lines, from).slice(0, 2000);
    const signal = signalIn(text);
    if (signal !== undefined) {
      const { frames, next } = parseStack(lines, from + 1);
      const { file = '' } = frames.find(({ origin }) => origin === 'app') ?? {};
      return exceptionResult(lines, from, Math.max(next, from + 1), {
        ...signal,
        language: languageOfFile(file),
        frames,
      });
    }
    if (parseFrame(text) === undefined || parseFrame(textAt(lines, from + 1)) === undefined) return undefined;
    const { frames, next } = parseStack(lines, from);
    return exceptionResult(lines, from, next, { type: '', message: '', frames });
  },
};

function signalIn(text: string): { type: string; message: string } | undefined {
  // Program received signal SIGSEGV, Segmentation fault. · Thread 3 "io" received signal SIGABRT, Aborted.
  const told =
    /^\s*(?:Program|Thread .{1,80}) (?:received|terminated with) signal (SIG[A-Z]+)(?:, (.{1,80}?))?\.?$/.exec(
      text,
    );
  if (told?.[1] !== undefined) return { type: told[1], message: told[2] ?? '' };
  // * thread #1, queue = 'main', stop reason = EXC_BAD_ACCESS (code=1, address=0x0)
  const stopped =
    /^\s*\* thread #\d.{0,900} stop reason = (?:signal )?(EXC_\w+|SIG[A-Z]+)(?: \((.{1,80})\))?$/.exec(text);
  if (stopped?.[1] !== undefined) return { type: stopped[1], message: stopped[2] ?? '' };
  //         Signal: 6 (ABRT)
  const dumped = /^\s*Signal: \d+ \(([A-Z]+)\)$/.exec(text)?.[1];
  return dumped === undefined ? undefined : { type: `SIG${dumped}`, message: '' };
}

/** The first stack; the debugger shows where it stopped, then the whole stack again. */
function parseStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const first = findLine(lines, from, from + REACH, parseFrame) ?? from;
  const again = findLine(
    lines,
    first + 1,
    from + MAX_LINES,
    (text) => /^\s*#0 /.test(text) && parseFrame(text),
    (text) => /^\s*(?:#\d|Stack trace of thread)/.test(text),
  );
  return parseFrames(lines, again ?? first, parseFrame, (text) => /^No (?:symbol|locals)/.test(text));
}
