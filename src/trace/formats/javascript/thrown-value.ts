import { type ParseResult, exceptionResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import type { Frame } from '../../types.ts';
import { parseV8Frame } from './v8-frame.ts';

/** A value that is no error was thrown: its place and source stand above it, a hint of Node below. */
export function parseThrown(lines: Line[], from: number, place: Frame): ParseResult | undefined {
  const caret = findLine(lines, from, from + 5, (text) => /^\s*\^+$/.test(text)) ?? from;
  // (Use `node --trace-uncaught ...` to show where the exception was thrown) · Thrown at:
  const hint = findLine(lines, caret + 1, caret + 20, (text) =>
    /^\(Use [`']?node --trace-uncaught|^Thrown at:/.test(text),
  );
  if (hint === undefined) return undefined;
  const { frames, next } = parseFrames(lines, hint + 1, parseV8Frame);
  addPlace(frames, place);
  return exceptionResult(lines, from, next, {
    message: joinMessage('', lines, caret + 1, hint),
    frames,
  });
}

/** Puts a place above frames where none of them repeats it. */
export function addPlace(frames: Frame[], place: Frame): void {
  if (!frames.some(({ file, line }) => file === place.file && line === place.line)) frames.unshift(place);
}
