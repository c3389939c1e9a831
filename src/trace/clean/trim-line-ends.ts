import { type Line, mapLines, withText } from '../line.ts';

/** No pattern looks at more of a line than this. */
const MAX_LENGTH = 8_000;

/** Drops blanks at the ends of lines, and the tail of lines too long for any trace. */
export function trimLineEnds(lines: Line[]): Line[] {
  return mapLines(lines, (line) => {
    const { text } = line;
    const last = text.charCodeAt(text.length - 1);
    if (text.length <= MAX_LENGTH && last > 32 && last < 128) return line;
    return withText(line, text.slice(0, MAX_LENGTH).trimEnd());
  });
}
