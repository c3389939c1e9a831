import { type Line, textAt } from './line.ts';
import type { Location } from './location.ts';

const MAX_UNREAD = 5;
//     at [object Object] {unknown} · \tat e.a.c.a.onClick
const CALL = /^(\s+)at (\S.{0,400})$/;

/**
 * A line among frames that is indented as they are and begins with `at`, whatever is in it: a call whose place cannot be
 * read. A frame must stand right above it, and one that can be read below.
 */
export function parseUnknownFrame(
  lines: Line[],
  index: number,
  parseLocation: (text: string) => Location | undefined,
): Location | undefined {
  const [, indent, name] = CALL.exec(textAt(lines, index)) ?? [];
  if (name === undefined || !textAt(lines, index - 1).startsWith(`${indent}at `)) return undefined;
  for (let below = index + 1; below <= index + MAX_UNREAD; below++) {
    const text = textAt(lines, below);
    if (!text.startsWith(`${indent}at `)) return undefined;
    if (parseLocation(text) !== undefined) return { function: name.trim(), origin: 'runtime' };
  }
  return undefined;
}
