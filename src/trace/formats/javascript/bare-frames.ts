import type { Line } from '../../line.ts';
import { type Location, matchLocation, toLocation } from '../../location.ts';

const MAX_NAMES = 5;
const LOCATIONS = [
  // 102.js:1:2956 · index.android.bundle:156:572
  /^\s*(?<file>[\w./-]{1,400}\.(?:[cm]?[jt]sx?|jsbundle|bundle|hbc)):(?<line>\d+):(?<column>\d+)$/,
];

/** A place without a function and without `@`, which only a stack around it makes a frame. */
export const parseBareLocation = (text: string) => matchLocation(LOCATIONS, text);

/** Safari prints only the name of a call that is evaluated; a frame follows such names. */
export function parseBareName(
  lines: Line[],
  index: number,
  isFrame: (text: string) => boolean,
): Location | undefined {
  const name = nameAt(lines, index);
  if (name === undefined) return undefined;
  for (let below = index + 1; below <= index + MAX_NAMES; below++) {
    if (isFrame(lines[below]?.text ?? '')) return toLocation({ name });
    if (nameAt(lines, below) === undefined) return undefined;
  }
  return undefined;
}

const nameAt = (lines: Line[], index: number) =>
  /^\s*((?:eval|global|module) code|[\w$]{1,80})$/.exec(lines[index]?.text.slice(0, 80) ?? '')?.[1];
