import type { GuideEntry } from '../guide/entries.ts';
import { hash } from '../guide/cache.ts';
import type { MatchIndex } from '../match/types.ts';
import { isOld } from './guide-proof.ts';

/** A guide, and the others that its page names. */
export type GuideNeighbours = {
  entry: GuideEntry;
  related: { entry: GuideEntry; because: string }[];
  previous: GuideEntry | undefined;
  next: GuideEntry | undefined;
};

/** Finds for each guide those that it names as related, and those before and after it in its framework. */
export function guideNeighbours(entries: GuideEntry[]): GuideNeighbours[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...Map.groupBy(entries, ({ framework }) => framework).values()].flatMap((own) =>
    own.map((entry, i) => ({
      entry,
      related: entry.related.flatMap(({ guide, because }) => {
        const other = byId.get(guide);
        return other ? { entry: other, because } : [];
      }),
      previous: own[i - 1],
      next: own[i + 1],
    })),
  );
}

/**
 * A text that changes with all that a guide's page shows of the content. What all pages depend on is not in it:
 * the code, site.yaml, the frameworks.
 */
export function guidePageKey({ entry, related, previous, next }: GuideNeighbours, proofDays: number): string {
  const link = (other: GuideEntry | undefined) =>
    other && [other.id, other.title, other.language, other.framework];
  const links = [
    ...related.map(({ entry: other, because }) => [because, link(other)]),
    link(previous),
    link(next),
  ];
  const isProofOld = entry.firstProved !== undefined && isOld(entry.firstProved, proofDays);
  return hash(JSON.stringify([entry, isProofOld, links]));
}

/** The guides of an index by id: each page looks for one. */
const byId = new WeakMap<MatchIndex, Map<string, MatchIndex['guides'][number]>>();

/** An index of one guide: a page depends on no other. */
export function ownIndex(index: MatchIndex, id: string): MatchIndex {
  const known = byId.get(index) ?? new Map(index.guides.map((guide) => [guide.id, guide]));
  byId.set(index, known);
  const own = known.get(id);
  return { frameworks: index.frameworks, guides: own ? [own] : [] };
}
