import { cutIndex, type CutIndex } from '../match/cut-index.ts';
import type { GuideTitles, MatchIndex } from '../match/types.ts';
import { hash } from '../guide/cache.ts';

/** Hashes of what buckets consist of. */
const hashes = new WeakMap<object, string>();
const cut = new WeakMap<MatchIndex, CutIndex>();

/** Cuts an index into buckets once, for all files that are made of it. A new reading of the content has a new index. */
export function cutOnce(index: MatchIndex, titles: GuideTitles[]): CutIndex {
  const known = cut.get(index);
  if (known) return known;
  const result = cutIndex(index, titles);
  cut.set(index, result);
  return result;
}

/** A key that changes with a part of a bucket. @param items the same objects in each bucket that has them */
export function partKey(items: object[]): string {
  const hashOf = (item: object) => {
    const known = hashes.get(item) ?? hash(JSON.stringify(item));
    hashes.set(item, known);
    return known;
  };
  return hash(items.map(hashOf).join());
}
