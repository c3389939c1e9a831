/** A row of two texts side by side; a side without a counterpart is absent. */
export type AlignedRow = { left?: number; right?: number };

/** Longer texts are cut: the table has a cell for each pair of lines. */
const MOST = 600;

/**
 * Aligns the lines of two traces: those that are the same but for numbers, ids, times and folders stand side by side.
 * @returns rows with the places of lines, counted from 0, in their order
 */
export function alignLines(left: string[], right: string[]): AlignedRow[] {
  const a = left.slice(0, MOST).map(shapeOf);
  const b = right.slice(0, MOST).map(shapeOf);
  // Length of the longest common rest, from each pair of places.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const rows: AlignedRow[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) rows.push({ left: i++, right: j++ });
    else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      rows.push({ left: i++ });
    else rows.push({ right: j++ });
  }
  return rows;
}

/** A line without what differs between two runs of one program. */
export function shapeOf(line: string): string {
  return line
    .trim()
    .replace(/(?:[\w.~-]*[\\/])+(?=[\w.-]+)/g, '')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{20,30}\b/gi, '0')
    .replace(/0x[0-9a-f]+|\b[0-9a-f]*\d[0-9a-f]{3,}\b|\d+/gi, '0')
    .replace(/\s+/g, ' ');
}

/** The words of a line that its counterpart does not have, as pieces of the line. */
export function wordParts(line: string, other: string): { text: string; isOwn: boolean }[] {
  const words = new Set(other.split(/(\s+)/));
  const parts: { text: string; isOwn: boolean }[] = [];
  for (const text of line.split(/(\s+)/)) {
    const isOwn = text.trim() !== '' && !words.has(text);
    const last = parts.at(-1);
    if (text === '') continue;
    if (last?.isOwn === isOwn) last.text += text;
    else parts.push({ text, isOwn });
  }
  return parts;
}
