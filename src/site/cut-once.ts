import { cutIndex, type CutIndex } from '../match/cut-index.ts';
import type { GuideTitles, MatchIndex } from '../match/types.ts';

const cut = new WeakMap<MatchIndex, CutIndex>();

/** Cuts an index into buckets once, for all files that are made of it. A new reading of the content has a new index. */
export function cutOnce(index: MatchIndex, titles: GuideTitles[]): CutIndex {
  const known = cut.get(index);
  if (known) return known;
  const result = cutIndex(index, titles);
  cut.set(index, result);
  return result;
}
