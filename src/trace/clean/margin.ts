import { isBlank, type Line, mapLines, withText } from '../line.ts';

/** Takes off the blanks that all lines begin with, and a number that all begin with (`386: `, as ctest counts). */
export function margin(lines: Line[]): Line[] {
  const counted = numbered(lines);
  const first = counted.find((line) => !isBlank(line.text));
  if (first === undefined || !/^\s/.test(first.text)) return counted;
  let shared = /^\s*/.exec(first.text)?.[0] ?? '';
  for (const { text } of counted) {
    if (isBlank(text)) continue;
    while (!text.startsWith(shared)) shared = shared.slice(0, -1);
    if (shared === '') return counted;
  }
  return mapLines(counted, (line) => withText(line, line.text.slice(shared.length)));
}

/** The same number on every line; Rust numbers its frames too, but each with its own. */
function numbered(lines: Line[]): Line[] {
  const first = lines.find((line) => !isBlank(line.text));
  const number = first && /^\d{1,6}: /.exec(first.text)?.[0];
  if (number === undefined) return lines;
  const start = number.trimEnd();
  if (!lines.every((line) => line.text.startsWith(start) || line.text.trim() === '')) return lines;
  return mapLines(lines, (line) => withText(line, line.text.slice(number.length)));
}
