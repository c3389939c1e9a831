import { type Line, textAt } from './line.ts';
import { startsLogEntry, joinMessage } from './message.ts';
import type { Location } from './location.ts';
import { skipLines } from './find-lines.ts';
import type { Frame } from './types.ts';
import { parseUnknownFrame } from './unknown-frame.ts';

/** A message that quotes frames quotes few. */
const MAX_FAKE = 2;

/** How a language prints what stands below an exception's head. */
export type StackRules = {
  parseFrameLine(text: string): Location | undefined;
  /** Whether a line among frames says nothing of its own. */
  isSkippable?(text: string): boolean;
  /** Whether the exception goes on at a line that is no frame: a message's line, or another program's output. */
  continuesAt(lines: Line[], index: number, hasFrames: boolean): boolean;
};

/**
 * Reads the rest of a message, the first line of which is `first`, and the frames below it. `next` is the first line
 * (0-based) after them, `end` the one at which the search for more of them ended.
 */
export function parseMessageAndFrames(
  lines: Line[],
  from: number,
  first: string,
  { parseFrameLine: parseLocation, isSkippable: isPassed, continuesAt: goesOn }: StackRules,
): { message: string; frames: Frame[]; next: number; end: number } {
  const frames: Frame[] = [];
  let messageTo = from;
  let next = from;
  let end = from;
  for (; end < lines.length; end++) {
    const { text, inputLine, hasLogPrefix: stamped } = lines[end] as Line;
    const place =
      parseLocation(text) ?? (frames.length > 0 ? parseUnknownFrame(lines, end, parseLocation) : undefined);
    if (place !== undefined) frames.push({ ...place, inputLine });
    else if (!isPassed?.(text)) {
      if (!goesOn(lines, end, frames.length > 0)) break;
      // Frames before another line of the message were the message's own.
      const isFake =
        frames.length <= MAX_FAKE && text.trim() !== '' && (!stamped || lines[end - 1]?.hasLogPrefix);
      if (isFake && parseLocation(textAt(lines, end + 1)) !== undefined) frames.length = 0;
      if (frames.length === 0) messageTo = end + 1;
      continue;
    }
    next = end + 1;
  }
  // Without frames a message ends as any does.
  if (frames.length === 0) {
    messageTo = skipLines(lines, from, messageTo, (text) => text.trim() !== '' && !startsLogEntry(text));
    next = Math.max(next, messageTo);
  }
  return { message: joinMessage(first, lines, from, messageTo), frames, next, end };
}
