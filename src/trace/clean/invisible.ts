import { type Line, mapLines, withText } from '../line.ts';

// NUL, byte order mark, zero-width characters, direction marks, soft hyphen; a lone carriage return overwrites a line.
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Drops characters that nobody sees, and makes every kind of space a plain one. */
export function invisible(lines: Line[]): Line[] {
  return mapLines(lines, (line) => {
    if (isPlain(line.text)) return line;
    return withText(
      line,
      line.text.replace(INVISIBLE, '').replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '),
    );
  });
}

// oxlint-disable-next-line no-control-regex
const isPlain = (text: string) => !/[\0\u00a0-\u00ad\u2000-\u2060\u3000\ufeff]/.test(text);
