import { type Line, withText } from '../line.ts';

/** Takes off the blanks that all lines begin with, and a number that all begin with (`386: `, as ctest counts). */
export function margin(lines: Line[]): Line[] {
  const counted = numbered(lines);
  const first = counted.find((line) => line.text.trim() !== '');
  if (first === undefined || !/^\s/.test(first.text)) return counted;
  let shared = /^\s*/.exec(first.text)?.[0] ?? '';
  for (const { text } of counted) {
    if (text.trim() === '') continue;
    while (!text.startsWith(shared)) shared = shared.slice(0, -1);
    if (shared === '') return counted;
  }
  return counted.map((line) => withText(line, line.text.slice(shared.length)));
}

/** The same number on every line; Rust numbers its frames too, but each with its own. */
function numbered(lines: Line[]): Line[] {
  const first = lines.find((line) => line.text.trim() !== '');
  const number = first && /^\d{1,6}: /.exec(first.text)?.[0];
  if (number === undefined) return lines;
  const start = number.trimEnd();
  if (!lines.every((line) => line.text.startsWith(start) || line.text.trim() === '')) return lines;
  return lines.map((line) => withText(line, line.text.slice(number.length)));
}
