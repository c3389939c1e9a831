import { guidePath } from '../match/guide-path.ts';
import type { SiteIndex } from '../match/load-site.ts';
import { matchText } from '../match/match.ts';
import { type Group, type Scan, scan, type ScanOptions } from '../match/scan.ts';
import type { Hit } from '../match/types.ts';
import type { Trace } from '../trace/types.ts';

/** An error of a text, and the guides about it, the best first; no hit when no guide is about it. */
export type Match = { trace: Trace; hits: GuideHit[] };

/** A guide that fits, with what people are told of it. Titles are absent when the index was loaded without them. */
export type GuideHit = Hit & {
  /** Of the guide's page and its cause there: absolute when the site's address is known, else below the site's base. */
  url: string;
  title?: string;
  causeTitle?: string;
  /** The remedy in one sentence. */
  fix?: string;
};

/** One distinct error of a log, how often it occurred, and the guides about it. Lines are 1-based. */
export type ErrorGroup = Omit<Group, 'hits'> & { hits: GuideHit[] };

/**
 * Finds every error of a text with the guides about it. Lines are lines of the text, 1-based. Never throws, and takes time
 * linear in the length.
 * @param site what `loadIndex` returned
 */
export function match(text: string, site: SiteIndex): Match[] {
  return matchText(text, site.index).map(({ trace, hits }) => ({ trace, hits: describeHits(hits, site) }));
}

/**
 * Reads a log of any size in chunks, and tells each distinct error once. Holds a few megabytes at a time.
 * @param chunks parts of the text, cut anywhere
 * @param site what `loadIndex` returned
 */
export async function matchLog(
  chunks: AsyncIterable<string> | Iterable<string>,
  site: SiteIndex,
  options: ScanOptions = {},
): Promise<Omit<Scan, 'groups'> & { groups: ErrorGroup[] }> {
  const found = await scan(chunks, site.index, options);
  const groups = found.groups.map((group) => ({ ...group, hits: describeHits(group.hits, site) }));
  return { ...found, groups };
}

function describeHits(hits: Hit[], { titles, address = '/' }: SiteIndex): GuideHit[] {
  return hits.map((hit) => {
    const guide = titles.get(hit.guide);
    const cause = guide?.causes.find(({ id }) => id === hit.cause);
    return {
      ...hit,
      url: `${address}${guidePath(hit).slice(1)}`,
      ...(guide && { title: guide.title }),
      ...(cause && { causeTitle: cause.title, fix: cause.fix }),
    };
  });
}
