import type { Evidence } from '../match/types.ts';
import type { ListingRow } from './view/listing.ts';

/** What a guide's page learns of the paste that led to it. It stays in the tab, and is gone when the tab closes. */
export type Arrival = {
  guide: string;
  cause: string | null;
  rows: ListingRow[];
  evidence: Evidence[];
};

const PASTE = 'paste';
const ARRIVAL = 'arrival';
/** A longer text is not kept: storage has little room. */
const MOST = 500_000;

/** Keeps the text of the box, so that going back brings it back; an empty one is forgotten. */
export function keepPaste(text: string): void {
  write(PASTE, text.length > MOST ? '' : text);
}

/** The text that stood in the box when this page was left, when the reader comes back to it. */
export function pasteOnReturn(): string {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward' ? read(PASTE) : '';
}

export function keepArrival(arrival: Arrival): void {
  write(ARRIVAL, JSON.stringify(arrival));
}

/** What led to a guide, if it was a paste. */
export function arrivalAt(guide: string): Arrival | undefined {
  try {
    const arrival = JSON.parse(read(ARRIVAL) || 'null') as Arrival | null;
    return arrival?.guide === guide ? arrival : undefined;
  } catch {
    return undefined;
  }
}

export function forgetArrival(): void {
  write(ARRIVAL, '');
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage nothing is kept.
  }
}
