import type { Line } from './line.ts';
import { isRecord, joinMessage } from './message.ts';
import type { Place } from './place.ts';
import { skipLines } from './search.ts';
import type { Frame } from './types.ts';
import { unreadFrameOf } from './unread.ts';

/** A message that quotes frames quotes few. */
const MAX_FAKE = 2;

/** How a language prints what stands below an exception's head. */
export type Rules = {
  placeOf(text: string): Place | undefined;
  /** Whether a line among frames says nothing of its own. */
  isPassed?(text: string): boolean;
  /** Whether the exception goes on at a line that is no frame: a message's line, or another program's output. */
  goesOn(lines: Line[], index: number, hasFrames: boolean): boolean;
};

/**
 * Reads the rest of a message, the first line of which is `first`, and the frames below it. `next` is the first line
 * (0-based) after them, `end` the one at which the search for more of them ended.
 */
export function readBody(
  lines: Line[],
  from: number,
  first: string,
  { placeOf, isPassed, goesOn }: Rules,
): { message: string; frames: Frame[]; next: number; end: number } {
  const frames: Frame[] = [];
  let messageTo = from;
  let next = from;
  let end = from;
  for (; end < lines.length; end++) {
    const { text, at, stamped } = lines[end] as Line;
    const isOver = isPassed?.(text) === true;
    const place = isOver
      ? undefined
      : (placeOf(text) ?? (frames.length > 0 ? unreadFrameOf(lines, end, placeOf) : undefined));
    if (place !== undefined) frames.push({ ...place, at });
    else if (!isOver) {
      if (!goesOn(lines, end, frames.length > 0)) break;
      // Frames before another line of the message were the message's own.
      const isFake = frames.length <= MAX_FAKE && text.trim() !== '' && (!stamped || lines[end - 1]?.stamped);
      if (isFake && placeOf(lines[end + 1]?.text ?? '') !== undefined) frames.length = 0;
      if (frames.length === 0) messageTo = end + 1;
      continue;
    }
    next = end + 1;
  }
  // Without frames a message ends as any does.
  if (frames.length === 0) {
    messageTo = skipLines(lines, from, messageTo, (text) => text.trim() !== '' && !isRecord(text));
    next = Math.max(next, messageTo);
  }
  return { message: joinMessage(first, lines, from, messageTo), frames, next, end };
}
