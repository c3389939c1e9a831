import { count, sizeOf } from './format.ts';
import type { Answer, Reading } from '../worker/protocol.ts';

/** A file that is read, or a text that is too long for the box. */
export type Source = { name: string; size: number };

/** What an answer says, in one sentence. */
export function describe({ items, lines, cancelledAt }: Answer, results: number, source?: Source): string {
  if (results > 0) return results === 1 ? '1 guide found.' : `${count(results)} guides found.`;
  const found = errorsOf(items);
  if (source === undefined) return found;
  const read =
    cancelledAt === undefined
      ? `${source.name}: ${sizeOf(source.size)}, ${count(lines)} ${lines === 1 ? 'line' : 'lines'}.`
      : `${source.name}: cancelled after ${Math.floor(cancelledAt * 100)} % of ${sizeOf(source.size)}.`;
  return `${read} ${found}`;
}

/** How far a reading is, in quarters: a screen reader says each change. */
export function describeReading({ name }: Source, { share }: Pick<Reading, 'share'>): string {
  const quarter = quarters[Math.min(3, Math.floor(share * 4))]!;
  return `Reading ${name} … the ${quarter} quarter`;
}
const quarters = ['first', 'second', 'third', 'last'];

function errorsOf(items: Answer['items']): string {
  if (items.length === 0) return 'No error was found in this text.';
  const fitting = items.filter(({ hits }) => hits.length > 0).length;
  const isRepeated = items.some(({ count: times }) => times > 1);
  const errors =
    items.length === 1 ? '1 error' : `${count(items.length)} ${isRepeated ? 'different ' : ''}errors`;
  if (fitting === 0) return `${errors} read. No guide fits.`;
  return fitting === items.length ? `${errors} read.` : `${errors} read, ${count(fitting)} with a guide.`;
}

/** What stands in the folded box: `41 lines. They stay in your browser.` */
export function describeSource({ lines }: Answer, source?: Source): string {
  const size = `${count(lines)} ${lines === 1 ? 'line' : 'lines'}`;
  return source ? `${source.name}, ${sizeOf(source.size)}, ${size}` : size;
}
