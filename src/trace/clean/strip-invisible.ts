import { splitEach, type Line, mapLines, withText } from '../line.ts';

// NUL, byte order mark, zero-width characters, direction marks, soft hyphen.
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

// What ends lines besides a newline: old Macs' carriage return, which a console overwrites a line with as well.
const ENDS = /[\r\u0085\u2028\u2029]/;
// UTF-16's and UTF-8's byte order marks, read as Latin-1
const MARKS = /^(?:ÿþ|þÿ|ï»¿)/;

/** Drops characters that nobody sees, and makes every kind of space a plain one and every end of a line an end. */
export function stripInvisible(lines: Line[]): Line[] {
  const cut = splitEach(lines, ({ text }) => (ENDS.test(text) ? text.split(ENDS) : undefined));
  return mapLines(cut, (line) => {
    if (isPlain(line.text)) return line;
    return withText(
      line,
      line.text
        .replace(MARKS, '')
        .replace(INVISIBLE, '')
        .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '),
    );
  });
}

// oxlint-disable-next-line no-control-regex
const isPlain = (text: string) => !/^[ÿþï]|[\0\u00a0-\u00ad\u2000-\u2060\u3000\ufeff]/.test(text);
