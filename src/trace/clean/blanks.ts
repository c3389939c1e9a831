import type { Line } from '../line.ts';

/** Drops blank lines when there is one after nearly every line: a chat or a console doubled the newlines. */
export function blanks(lines: Line[]): Line[] {
  const filled = lines.filter((line) => line.text.trim() !== '');
  let followed = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    if (lines[index]?.text.trim() !== '' && lines[index + 1]?.text.trim() === '') followed++;
  }
  return filled.length >= 5 && followed >= (filled.length - 1) * 0.9 ? filled : lines;
}
