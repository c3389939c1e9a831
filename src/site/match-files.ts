import { gzipSync } from 'node:zlib';
import { cutIndex, type CutIndex } from '../match/cut-index.ts';
import type { GuideTitles, MatchIndex } from '../match/types.ts';

/** Bytes, gzip, up to which the match index is published in one file, which readers load before they paste. */
const MOST_BYTES = 300_000;

type Limits = { mostBytes?: number; leastGuides?: number };

let last: { index: MatchIndex; cut: CutIndex | undefined } | undefined;

/**
 * The match index in buckets when it is too large for one file; undefined when it is not.
 * @param limits of the file and of a bucket; for tests
 */
export function cutLargeIndex(
  { index, titles }: { index: MatchIndex; titles: GuideTitles[] },
  { mostBytes = MOST_BYTES, leastGuides }: Limits = {},
): CutIndex | undefined {
  const bytes = gzipSync(JSON.stringify(index), { level: 9 }).length;
  return bytes <= mostBytes ? undefined : cutIndex(index, titles, leastGuides);
}

/** As `cutLargeIndex`, once for all files of a build. */
export function siteCut(site: { index: MatchIndex; titles: GuideTitles[] }): CutIndex | undefined {
  if (last?.index !== site.index) last = { index: site.index, cut: cutLargeIndex(site) };
  return last.cut;
}
