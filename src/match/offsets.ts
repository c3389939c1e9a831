/** A copy that is no part of a longer text: the engine would keep the whole of that as long as it keeps the part. */
export const copyText = (text: string): string => `${text} `.slice(0, -1);

/** Number of newlines in a part of a text. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (
    let offset = text.indexOf('\n', from);
    offset >= 0 && offset < to;
    offset = text.indexOf('\n', offset + 1)
  )
    count++;
  return count;
}

/** Offset of the start of the line that is so many lines above an offset. */
export function linesBefore(text: string, from: number, count: number): number {
  let inputLine = from;
  for (let line = 0; line < count && inputLine > 0; line++)
    inputLine = text.lastIndexOf('\n', inputLine - 2) + 1;
  return inputLine;
}

/** Offset so many lines below, or -1 when the text ends before. */
export function linesAfter(text: string, from: number, count: number): number {
  let inputLine = from;
  for (let line = 0; line < count; line++) {
    const next = text.indexOf('\n', inputLine);
    if (next < 0) return -1;
    inputLine = next + 1;
  }
  return inputLine;
}
