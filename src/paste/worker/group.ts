import { fingerprint, type Group } from '../../match/index.ts';
import type { Hit } from '../../match/types.ts';
import type { ListingRow } from '../view/listing.ts';
import type { Trace } from '../../trace/types.ts';
import { type ErrorSummary, summarize, type Named } from './summary.ts';

/** One distinct error of a text, as the page needs it. */
export type Item = Pick<Group, 'hits' | 'count' | 'first' | 'last'> & {
  summary: ErrorSummary;
  /** Its first occurrence; stays in the worker. */
  trace?: Trace;
  /** The lines of its first occurrence; absent for a file, whose text is not kept. */
  rows?: ListingRow[];
};

/** Counts the same error once. In the order in which they came. */
export function groupFound(found: { trace: Trace; hits: Hit[] }[]): Item[] {
  const items = new Map<string, Item>();
  for (const { trace, hits } of found) {
    const key = fingerprint(trace);
    const known = items.get(key);
    if (known) {
      known.count++;
      known.last = trace.span;
      if (known.hits.length === 0) known.hits = hits;
    } else {
      items.set(key, {
        summary: summarize(trace),
        trace,
        hits,
        count: 1,
        first: trace.span,
        last: trace.span,
      });
    }
  }
  return [...items.values()];
}

export const itemOf = ({ trace, hits, count, first, last }: Group): Item => ({
  summary: summarize(trace),
  hits,
  count,
  first,
  last,
});

/**
 * Root causes first: an error that only repeats what another one wraps, or that only says that a program ended, comes
 * after all others. Else the order stays.
 */
export function rootCausesFirst(items: Item[]): Item[] {
  const wrapped = new Set(items.flatMap(({ summary }) => summary.chain.slice(0, -1).map(firstLine)));
  const repeats = ({ summary }: Item) =>
    isExit(summary) || (summary.chain.length === 1 && wrapped.has(firstLine(summary.root)));
  return [...items.filter((item) => !repeats(item)), ...items.filter(repeats)];
}

/** Type and first line: what follows may be the next lines of the log. */
const firstLine = ({ type, message }: Named) => `${type}: ${message.split('\n', 1)[0]}`;

/** Whether an error tells only that a process ended: `Process completed with exit code 1`. */
const isExit = ({ root, frames }: ErrorSummary) => root.type === 'exit' && frames === 0;
