import { isBlank, type Line, mapLines, withText } from '../line.ts';

/** Takes off the blanks that all lines begin with, and a number that all begin with (`386: `, as ctest counts). */
export function dedent(lines: Line[]): Line[] {
  const first = lines.find((line) => !isBlank(line.text))?.text ?? '';
  let shared = /^(?:\d{1,6}: )?\s*/.exec(first)?.[0] ?? '';
  for (const { text } of lines) {
    if (shared === '') return lines;
    if (isBlank(text) || text === shared.trimEnd()) continue;
    let length = 0;
    while (length < shared.length && shared[length] === text[length]) length++;
    shared = shared.slice(0, length);
  }
  // Rust numbers its frames too, but each with its own.
  if (!/^(?:\d+: )?\s*$/.test(shared)) return lines;
  return mapLines(lines, (line) => withText(line, line.text.slice(shared.length)));
}
