import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';
import type { Frame } from '../../types.ts';
import { frameOf } from './frame.ts';

/** A value that is no error was thrown: its place and source stand above it, a hint of Node below. */
export function readThrown(lines: Line[], from: number, place: Frame): Reading | undefined {
  let caret = from + 1;
  while (caret < lines.length && caret < from + 4 && !/^\s*\^+$/.test((lines[caret] as Line).text)) caret++;
  if (caret >= lines.length || caret >= from + 4) return undefined;
  const message: string[] = [];
  for (let index = caret + 1; index < lines.length && index < caret + 20; index++) {
    const { text } = lines[index] as Line;
    // (Use `node --trace-uncaught ...` to show where the exception was thrown) · Thrown at:
    if (/^\(Use [`']?node --trace-uncaught|^Thrown at:/.test(text))
      return make(lines, from, index + 1, message, place);
    if (text.trim() !== '' || message.length > 0) message.push(text);
  }
  return undefined;
}

function make(lines: Line[], from: number, stack: number, message: string[], place: Frame): Reading {
  const frames: Frame[] = [];
  let next = stack;
  for (
    let frame = frameOf(lines[next]?.text ?? '');
    frame !== undefined;
    frame = frameOf(lines[++next]?.text ?? '')
  ) {
    frames.push({ ...frame, at: (lines[next] as Line).at });
  }
  const isNamed = frames.some((frame) => frame.file === place.file && frame.line === place.line);
  const text = message.join('\n').trim();
  return single(lines, from, next, {
    type: 'error',
    message: text,
    frames: isNamed ? frames : [place, ...frames],
  });
}
