import { distance } from 'fastest-levenshtein';
import { lastSegment } from '../trace/last-segment.ts';
import { says } from './words.ts';

/** One name under which a guide is found: a qualified exception, an alias or a code. */
export type Name = {
  /** As written in the guide: `billiard.exceptions.WorkerLostError`, `E0382`. */
  name: string;
  /** `framework/guide`. */
  guide: string;
  title: string;
  /** As people write it: `Celery`. */
  framework: string;
};

export type NameHit = Name & { how: 'name' | 'part' | 'typo' };

/**
 * Guides whose names fit a query, best first, each once.
 * Fits: the whole name, its last segment, the beginning of either, its camel-case parts in order, one or two letters off;
 * or the words of the guide's title.
 */
export function searchNames(names: Name[], query: string): NameHit[] {
  const wanted = query.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const best = new Map<string, { hit: NameHit; score: number }>();
  for (const entry of names) {
    const score = fit(entry.name, wanted) || (says(entry.title, wanted) ? 4 : 0);
    if (score === 0 || score <= (best.get(entry.guide)?.score ?? 0)) continue;
    best.set(entry.guide, {
      score,
      hit: { ...entry, how: score >= 7 ? 'name' : score >= 3 ? 'part' : 'typo' },
    });
  }
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

/** 0 for no fit, else more for a better one. */
function fit(name: string, wanted: string): number {
  const whole = name.toLowerCase();
  const last = lastSegment(whole);
  if (whole === wanted) return 10;
  if (last === wanted) return 9;
  const wantedLast = lastSegment(wanted);
  if (wantedLast !== wanted && wantedLast.length > 2 && last === wantedLast) return 8;
  if (wanted.length > 2 && last.startsWith(wanted)) return 7;
  if (wordsInOrder(nameParts(name), wanted.split(/[\s._:-]+/))) return 6;
  if (wanted.length > 3 && whole.includes(wanted)) return 5;
  // One digit off is another code, not a typo.
  if (/\d/.test(wantedLast)) return 0;
  const typos = distance(last, wantedLast.replaceAll(' ', ''));
  const allowed = wantedLast.length < 5 ? 0 : wantedLast.length < 8 ? 1 : 2;
  return typos <= allowed ? 3 - typos : 0;
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
