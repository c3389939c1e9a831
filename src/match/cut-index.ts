import { guideKeys } from './bucket-keys.ts';
import { SLOTS, slotOf } from './bucket-map.ts';
import { createFilter } from './key-filter.ts';
import { type BucketGuide, packChoices, packGuide } from './packed-bucket.ts';
import { WEAK_WEIGHT } from './rate-match.ts';
import { compileTemplate, type Template } from './template.ts';
import type { BucketMap, GuideTitles, MatchIndex, PackedChoices, PackedGuide } from './types.ts';

/** Guides that a bucket has at least: its number tells no more than that one of them may be meant. */
const LEAST_GUIDES = 50;

/** Messages that are looked up by one word at most: the fewer words, the smaller the map; a frequent one leads texts astray. */
const MOST_SHARED = 20;

/** An index in buckets: what leads to them, and what is in the two files of each, by number. */
export type CutIndex = {
  buckets: BucketMap;
  contents: { guides: PackedGuide[]; choices: PackedChoices[] }[];
};

/**
 * Cuts an index into buckets. A guide is in the bucket of each of its keys.
 * @param titles of the guides, in any order; a guide without an entry is called by its id
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
  const slots = new Map<number, Set<BucketGuide>>();
  for (const { guide, templates, words } of lookups(index)) {
    const own = {
      guide: { ...guide, words },
      titles: titleOf.get(guide.id) ?? untitled(guide.id, Object.keys(guide.causes)),
    };
    const texts = words.map((word, i) => templates[i]?.words[word] ?? '');
    for (const key of guideKeys(guide, frameworks.get(guide.id.split('/', 1)[0] ?? ''), texts)) {
      keys.add(key);
      const slot = slotOf(key);
      slots.set(slot, (slots.get(slot) ?? new Set()).add(own));
    }
  }
  const groups = groupSlots(slots, leastGuides);
  const pack = packOnce();
  const sizes = groups.map(({ start }, i) => (groups[i + 1]?.start ?? SLOTS) - start);
  return {
    buckets: { sizes, filter: createFilter(keys) },
    contents: groups.map(({ guides }) => {
      // Guides that are alike stand together, which makes them small when compressed.
      const sorted = [...guides].sort((a, b) => (a.guide.id < b.guide.id ? -1 : 1));
      const packed = sorted.map(pack);
      return { guides: packed.map(({ guide }) => guide), choices: packed.map(({ choices }) => choices) };
    }),
  };
}

/** Packs a guide once: it is in several buckets. */
function packOnce() {
  const known = new Map<BucketGuide, { guide: PackedGuide; choices: PackedChoices }>();
  return (own: BucketGuide) => {
    const packed = known.get(own) ?? { guide: packGuide(own), choices: packChoices(own.titles) };
    known.set(own, packed);
    return packed;
  };
}

const untitled = (id: string, causes: string[]): GuideTitles => ({
  id,
  title: id,
  causes: causes.map((cause) => ({ id: cause, title: cause, short: cause, sign: cause, fix: cause })),
});

/**
 * The guides of an index, each with the place of the word that each of its messages is looked up by, -1 for a message that
 * leads to nothing alone. The most frequent word is taken of those that few messages have.
 */
function lookups({ guides }: MatchIndex) {
  const all = guides.map((guide) => ({ guide, templates: guide.messages.map(compileTemplate) }));
  const frequency = new Map<string, number>();
  for (const { words } of all.flatMap(({ templates }) => templates))
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const cost = (word: string) => {
    const count = frequency.get(word) ?? 0;
    return count > MOST_SHARED ? count : -count;
  };
  const lookupWord = ({ weight, words }: Template) =>
    weight < WEAK_WEIGHT
      ? -1
      : words.indexOf(words.toSorted((a, b) => cost(a) - cost(b) || b.length - a.length)[0] ?? '');
  return all.map((found) => ({ ...found, words: found.templates.map(lookupWord) }));
}

type Group = { start: number; guides: Set<BucketGuide> };

/** Joins neighbouring slots until each group has enough guides. The first group begins at slot 0. */
function groupSlots(slots: Map<number, Set<BucketGuide>>, leastGuides: number): Group[] {
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
