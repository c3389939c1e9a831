import { guideKeys } from './bucket-keys.ts';
import { createBucketMap, slotOf } from './bucket-map.ts';
import { lookupWords } from './compile.ts';
import type { Buckets, GuideTitles, MatchGuide, MatchIndex } from './types.ts';

/** Guides that a bucket has at least: its number tells no more than that one of them may be meant. */
const LEAST_GUIDES = 50;

/** Where the buckets of a site are, below its base. */
const BUCKET_PATH = 'match/buckets/{bucket}.json';

/** An index in buckets: what its one file says of them, and what is in each, by number. */
export type CutIndex = { buckets: Buckets; contents: { guides: MatchGuide[]; titles: GuideTitles[] }[] };

/**
 * Cuts an index into buckets. A guide is in the bucket of each of its keys.
 * @param titles of the guides, in any order
 * @param leastGuides that each bucket has; fewer only where the index has fewer
 */
export function cutIndex(
  index: MatchIndex,
  titles: GuideTitles[],
  leastGuides: number = LEAST_GUIDES,
): CutIndex {
  const titleOf = new Map(titles.map((title) => [title.id, title]));
  const frameworks = new Map(index.frameworks.map((framework) => [framework.id, framework]));
  const keys = new Set<string>();
  const slots = new Map<number, Set<MatchGuide>>();
  for (const { guide, words } of lookupWords(index)) {
    const found = { ...guide, words };
    for (const key of guideKeys(guide, frameworks.get(guide.id.split('/', 1)[0] ?? ''), words)) {
      keys.add(key);
      const slot = slotOf(key);
      slots.set(slot, (slots.get(slot) ?? new Set()).add(found));
    }
  }
  const groups = groupSlots(slots, leastGuides);
  const map = createBucketMap(
    keys,
    groups.map(({ start }) => start),
  );
  return {
    buckets: { count: groups.length, path: BUCKET_PATH, map },
    contents: groups.map(({ guides }) => ({
      guides: [...guides],
      titles: [...guides].flatMap(({ id }) => titleOf.get(id) ?? []),
    })),
  };
}

type Group = { start: number; guides: Set<MatchGuide> };

/** Joins neighbouring slots until each group has enough guides. The first group begins at slot 0. */
function groupSlots(slots: Map<number, Set<MatchGuide>>, leastGuides: number): Group[] {
  const groups: Group[] = [{ start: 0, guides: new Set() }];
  for (const [slot, guides] of [...slots].sort(([a], [b]) => a - b)) {
    let group = groups.at(-1) as Group;
    if (group.guides.size >= leastGuides) groups.push((group = { start: slot, guides: new Set() }));
    for (const guide of guides) group.guides.add(guide);
  }
  const rest = groups.at(-1) as Group;
  if (rest.guides.size >= leastGuides || groups.length === 1) return groups;
  groups.pop();
  for (const guide of rest.guides) (groups.at(-1) as Group).guides.add(guide);
  return groups;
}
