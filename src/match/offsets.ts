/** Number of newlines in a part of a text. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Offset of the start of the line that is so many lines above an offset. */
export function linesBefore(text: string, from: number, count: number): number {
  let at = from;
  for (let line = 0; line < count && at > 0; line++) at = text.lastIndexOf('\n', at - 2) + 1;
  return at;
}

/** Offset so many lines below, or -1 when the text ends before. */
export function linesAfter(text: string, from: number, count: number): number {
  let at = from;
  for (let line = 0; line < count; line++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return -1;
    at = next + 1;
  }
  return at;
}
