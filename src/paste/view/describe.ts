import { box } from '../../locales/own/box.ts';
import { fill, plural } from '../../locales/own/format.ts';
import { sizeOf } from './format.ts';
import type { Answer, Reading } from '../worker/protocol.ts';

/** A file that is read, or a text that is too long for the box. */
export type Source = { name: string; size: number };

/** What an answer says, in one sentence. */
export function describe({ items, lines, cancelledAt }: Answer, results: number, source?: Source): string {
  if (results > 0) return plural(box.guidesFound, results);
  const found = errorsOf(items);
  if (source === undefined) return found;
  const read =
    cancelledAt === undefined
      ? fill(box.fileRead, {
          name: source.name,
          size: sizeOf(source.size),
          lines: plural(box.lines, lines),
        })
      : fill(box.fileCancelled, {
          name: source.name,
          percent: Math.floor(cancelledAt * 100),
          size: sizeOf(source.size),
        });
  return `${read} ${found}`;
}

/** How far a reading is, in quarters: a screen reader says each change. */
export function describeReading({ name }: Source, { share }: Pick<Reading, 'share'>): string {
  const quarter = box.quarters[Math.min(3, Math.floor(share * 4))]!;
  return fill(box.reading, { name, quarter });
}

function errorsOf(items: Answer['items']): string {
  if (items.length === 0) return box.noError;
  const fitting = items.filter(({ hits }) => hits.length > 0).length;
  const isRepeated = items.some(({ count: times }) => times > 1);
  const errors = plural(isRepeated ? box.differentErrors : box.errors, items.length);
  if (fitting === 0) return fill(box.noneFits, { errors });
  return fitting === items.length ? fill(box.allFit, { errors }) : fill(box.someFit, { errors, fitting });
}

/** What stands in the folded box: `41 lines`. */
export function describeSource({ lines }: Answer, source?: Source): string {
  const size = plural(box.lines, lines);
  return source ? `${source.name}, ${sizeOf(source.size)}, ${size}` : size;
}
