/** A piece of a line: tinted where a note speaks of it or where it decides, softened where it is a time stamp. */
export type LinePart = { text: string; look?: 'mark' | 'decides' | 'soft' };

// `[2026-01-15 09:30:00,000: INFO/MainProcess] ` · `2026-01-15T09:30:00Z ` · `09:30:00.123 `
const TIME_STAMP =
  /^(?:\[\d{4}-\d\d-\d\d[^\]\n]{0,80}\]|\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}Z?|\d\d:\d\d:\d\d[.,\d]{0,8}) /;

type Range = { from: number; to: number; look: 'mark' | 'decides' };

/**
 * Cuts a line into pieces.
 * @param templates literal text with `{holes}`; the literal parts of each that occur, in order, are marked
 * @param deciding words that decide; where they meet what is marked, they win
 */
export function lineParts(
  line: string,
  templates: readonly string[] = [],
  deciding: readonly string[] = [],
): LinePart[] {
  const stamp = TIME_STAMP.exec(line)?.[0].length ?? 0;
  const parts: LinePart[] = [];
  let done = 0;
  for (const { from, to, look } of rangesOf(line, templates, deciding)) {
    parts.push(...plain(line, done, from, stamp), { text: line.slice(from, to), look });
    done = to;
  }
  return [...parts, ...plain(line, done, line.length, stamp)];
}

/** Where the literal parts of a template stand in a line; nothing unless all of them do. */
export function findLiterals(line: string, template: string): [from: number, to: number][] {
  const text = line.toLowerCase();
  const literals = template.split(/\{[^{}\n]*\}|…/).map((part) => part.trim().toLowerCase());
  const found: [number, number][] = [];
  let next = 0;
  for (const literal of literals) {
    if (literal === '') continue;
    const at = text.indexOf(literal, next);
    if (at < 0) return [];
    next = at + literal.length;
    found.push([at, next]);
  }
  return found;
}

function plain(line: string, from: number, to: number, stamp: number): LinePart[] {
  const cut = Math.min(Math.max(from, stamp), to);
  const parts: LinePart[] = [{ text: line.slice(from, cut), look: 'soft' }, { text: line.slice(cut, to) }];
  return parts.filter(({ text }) => text !== '');
}

/** What is tinted, in order, without overlaps: what decides first, then what is left of the marks around it. */
function rangesOf(line: string, templates: readonly string[], deciding: readonly string[]): Range[] {
  const decides = merge(deciding.flatMap((words) => findLiterals(line, words)));
  const ranges: Range[] = decides.map(([from, to]) => ({ from, to, look: 'decides' }));
  for (let [from, to] of merge(templates.flatMap((template) => findLiterals(line, template)))) {
    for (const [start, end] of decides) {
      if (end <= from || start >= to) continue;
      if (start > from) ranges.push({ from, to: start, look: 'mark' });
      from = end;
    }
    if (from < to) ranges.push({ from, to, look: 'mark' });
  }
  return ranges.sort((a, b) => a.from - b.from);
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
