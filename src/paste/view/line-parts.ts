/** A piece of a line: tinted where it decides, softened where it is a time stamp. */
export type LinePart = { text: string; look?: 'mark' | 'soft' };

// `[2026-01-15 09:30:00,000: INFO/MainProcess] ` · `2026-01-15T09:30:00Z ` · `09:30:00.123 `
const TIME_STAMP =
  /^(?:\[\d{4}-\d\d-\d\d[^\]\n]{0,80}\]|\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}Z?|\d\d:\d\d:\d\d[.,\d]{0,8}) /;

/**
 * Cuts a line into pieces.
 * @param templates literal text with `{holes}`; the literal parts of each that occur, in order, are marked
 */
export function lineParts(line: string, templates: readonly string[] = []): LinePart[] {
  const stamp = TIME_STAMP.exec(line)?.[0] ?? '';
  const ranges = templates.flatMap((template) => findLiterals(line, template));
  const parts: LinePart[] = [];
  let done = 0;
  for (const [from, to] of merge(ranges)) {
    parts.push(...plain(line, done, from, stamp.length), { text: line.slice(from, to), look: 'mark' });
    done = to;
  }
  return [...parts, ...plain(line, done, line.length, stamp.length)];
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

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
