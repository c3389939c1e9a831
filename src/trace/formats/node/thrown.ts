import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { findLine, readFrames } from '../../search.ts';
import type { Frame } from '../../types.ts';
import { frameOf } from './frame.ts';

/** A value that is no error was thrown: its place and source stand above it, a hint of Node below. */
export function readThrown(lines: Line[], from: number, place: Frame): Reading | undefined {
  const caret = findLine(lines, from, from + 5, (text) => /^\s*\^+$/.test(text)) ?? from;
  // (Use `node --trace-uncaught ...` to show where the exception was thrown) · Thrown at:
  const hint = findLine(lines, caret + 1, caret + 20, (text) =>
    /^\(Use [`']?node --trace-uncaught|^Thrown at:/.test(text),
  );
  if (hint === undefined) return undefined;
  const { frames, next } = readFrames(lines, hint + 1, frameOf);
  addPlace(frames, place);
  return single(lines, from, next, {
    type: 'error',
    message: joinMessage('', lines, caret + 1, hint),
    frames,
  });
}

/** Puts a place above frames where none of them repeats it. */
export function addPlace(frames: Frame[], place: Frame): void {
  if (!frames.some(({ file, line }) => file === place.file && line === place.line)) frames.unshift(place);
}
