import { isBlank, type Line, textAt } from './line.ts';
import type { Location } from './location.ts';
import type { Frame } from './types.ts';

type Test = (text: string, index: number) => unknown;

/** The first line (0-based) between two that is wanted; undefined where none is or one that ends the search comes first. */
export function findLine(
  lines: Line[],
  from: number,
  to: number,
  isWanted: Test,
  isEnd: Test = () => false,
): number | undefined {
  for (let index = from; index < to && index < lines.length; index++) {
    const text = textAt(lines, index);
    if (isWanted(text, index)) return index;
    if (isEnd(text, index)) return undefined;
  }
  return undefined;
}

/** The first line (0-based) from one on that is not to be passed over; no further than `to`. */
export function skipLines(lines: Line[], from: number, to: number, isPassed: Test): number {
  return (
    findLine(lines, from, to, (text, index) => !isPassed(text, index)) ??
    Math.max(from, Math.min(to, lines.length))
  );
}

/** The first line (0-based) from one on that is not empty; no more than `most` lines below. */
export const skipEmptyLines = (lines: Line[], from: number, most = Infinity): number =>
  skipLines(lines, from, from + most, isBlank);

/** Frames in a row, with what is to be passed over between them; `next` is the first line (0-based) that is neither. */
export function parseFrames(
  lines: Line[],
  from: number,
  parseLocation: (text: string, index: number) => Location | undefined,
  isPassed: Test = () => false,
): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  const next = skipLines(lines, from, lines.length, (text, index) => {
    const place = parseLocation(text, index);
    if (place !== undefined) frames.push({ ...place, inputLine: (lines[index] as Line).inputLine });
    return place !== undefined || isPassed(text, index);
  });
  return { frames, next };
}
