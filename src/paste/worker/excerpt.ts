import { type ListingRow, rowsOf } from '../view/listing.ts';
import type { Item } from './group.ts';

const MOST_LINES = 160;
const MOST_CHARACTERS = 2000;
/** Lines shown around a line that decided outside of the trace. */
const AROUND = 1;

/** The reader's own lines of an error: those of its trace, and those that decided, with what is around them. */
export function excerptRows(lines: string[], { trace, hits, first: [from, to] }: Item): ListingRow[] {
  if (!trace) return [];
  const decided = new Set(hits.flatMap(({ evidence }) => evidence.map(({ line }) => line)));
  const root = trace.exceptions[trace.root]!.inputLine;
  const numbers = new Set<number>();
  const add = (first: number, last: number) => {
    for (let line = Math.max(1, first); line <= Math.min(last, lines.length); line++)
      if (numbers.size < 2 * MOST_LINES) numbers.add(line);
  };
  for (const line of [root, ...decided]) add(line - AROUND, line + AROUND);
  const middle = Math.min(Math.max(root, from), to);
  add(Math.max(from, middle - MOST_LINES), Math.min(to, middle + MOST_LINES / 4));
  const cut = (line: number) => (lines[line - 1] ?? '').slice(0, MOST_CHARACTERS);
  const shown = [...numbers].sort((a, b) => a - b);
  const isFilled = (line: number) => cut(line).trim() !== '';
  const [start, end] = [shown.findIndex(isFilled), shown.findLastIndex(isFilled)];
  return rowsOf(cut, shown.slice(start, end + 1), [trace], trace, decided);
}
