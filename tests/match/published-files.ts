import { cutIndex } from '../../src/match/cut-index.ts';
import type { GuideTitles, MatchIndex } from '../../src/match/types.ts';

/**
 * The files of an index in buckets by their paths below the site's base, as a build writes them.
 * @param leastGuides that each bucket has; as many as in a build when absent
 */
export function bucketFiles(
  index: MatchIndex,
  titles: GuideTitles[],
  leastGuides?: number,
): Map<string, unknown> {
  const { buckets, contents } = cutIndex(index, titles, leastGuides);
  const { frameworks } = index;
  const files = new Map<string, unknown>([
    ['match/index.json', { version: 2, frameworks, buckets }],
    ['match/whole/index.json', { version: 1, ...index }],
    ['match/whole/titles.json', { version: 1, guides: titles }],
  ]);
  contents.forEach(({ guides, choices }, number) => {
    files.set(`match/buckets/${number}.json`, { version: 2, guides });
    files.set(`match/choices/${number}.json`, { version: 2, guides: choices });
  });
  return files;
}
