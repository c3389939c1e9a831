import { type Line, withText } from '../line.ts';

/** No pattern looks at more of a line than this. */
const MAX_LENGTH = 8_000;

/** Drops blanks at the ends of lines, and the tail of lines too long for any trace. */
export function padding(lines: Line[]): Line[] {
  return lines.map((line) => withText(line, line.text.slice(0, MAX_LENGTH).trimEnd()));
}
