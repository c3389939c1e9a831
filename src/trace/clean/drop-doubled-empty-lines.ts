import { isBlank, type Line } from '../line.ts';

/** Drops blank lines when there is one after nearly every line: a chat or a console doubled the newlines. */
export function dropDoubledEmptyLines(lines: Line[]): Line[] {
  let filled = 0;
  let followed = 0;
  let isBehindFilled = false;
  for (const { text } of lines) {
    const isFilled = !isBlank(text);
    if (isFilled) filled++;
    else if (isBehindFilled) followed++;
    isBehindFilled = isFilled;
  }
  if (filled < 5 || followed < (filled - 1) * 0.9) return lines;
  return lines.filter((line) => !isBlank(line.text));
}
