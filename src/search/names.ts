import { distance } from 'fastest-levenshtein';
import { lastSegment } from '../trace/last-segment.ts';

/** How a query fits a name: 0 for not at all, at most 10 for the whole name. */
export const NAME_FIT = {
  whole: 10,
  last: 9,
  otherModule: 8,
  start: 7,
  parts: 6,
  inside: 5,
  typo: 3,
} as const;

/**
 * How well a query fits a name: the whole name, its last segment, the beginning of either, its camel-case parts in
 * order, a part of it, or one or two letters off.
 */
export function nameFit(name: string, query: string): number {
  const wanted = query.trim().toLowerCase();
  if (wanted.length < 2) return 0;
  const whole = name.toLowerCase();
  const last = lastSegment(whole);
  if (whole === wanted) return NAME_FIT.whole;
  if (last === wanted) return NAME_FIT.last;
  const wantedLast = lastSegment(wanted);
  if (wantedLast !== wanted && wantedLast.length > 2 && last === wantedLast) return NAME_FIT.otherModule;
  if (wanted.length > 2 && last.startsWith(wanted)) return NAME_FIT.start;
  if (wordsInOrder(nameParts(name), wanted.split(/[\s._:-]+/))) return NAME_FIT.parts;
  if (wanted.length > 3 && whole.includes(wanted)) return NAME_FIT.inside;
  // One digit off is another code, not a typo.
  if (/\d/.test(wantedLast)) return 0;
  const typos = distance(last, wantedLast.replaceAll(' ', ''));
  const allowed = wantedLast.length < 5 ? 0 : wantedLast.length < 8 ? 1 : 2;
  return typos <= allowed ? NAME_FIT.typo - typos : 0;
}

/** Whether each word begins a part, in the order of the parts. */
function wordsInOrder(parts: string[], words: string[]): boolean {
  let next = 0;
  return words.every((word) => {
    const found = parts.findIndex((part, i) => i >= next && part.startsWith(word));
    next = found + 1;
    return found >= 0;
  });
}

/** `WorkerLostError` as `worker`, `lost`, `error`. */
export function nameParts(name: string): string[] {
  const split = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return split
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Every name, and where one is qualified its last segment too, each once: what people search for. */
export function bareNames(names: string[]): string[] {
  return [...new Set(names.flatMap((name) => [name, lastSegment(name)]))];
}
