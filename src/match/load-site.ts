import { readBucket, readPublishedIndex, readTitles, sortGuides } from './published-index.ts';
import type { Buckets, GuideTitles, MatchIndex } from './types.ts';

/** What a site publishes for matching. */
export type SiteIndex = {
  index: MatchIndex;
  /** What guides and causes are called, by guide; a guide without an entry is known by its id. */
  titles: Map<string, GuideTitles>;
  /** The site's address with `/` at its end; absent when nothing tells it. */
  address?: string;
};

/** Where a site has its index, its titles and the schema of its index, below its base. */
export const INDEX_PATH = 'match/index.json';
export const TITLES_PATH = 'match/titles.json';
const SCHEMA_PATH = 'match/index.schema.json';

/** So many buckets are read at once. */
const AT_ONCE = 8;

/**
 * Loads the match index and the titles of a site, with all its buckets if it is cut into any: nothing of a text is asked
 * for. An index without titles is enough.
 * @param read gives the parsed JSON of a file by its path below the site's base, and rejects when there is none
 * @throws UnreadableIndex, and what `read` rejects with for the index or a bucket
 */
export async function loadSite(read: (path: string) => Promise<unknown>): Promise<SiteIndex> {
  const document = await read(INDEX_PATH);
  const site = await loadParts(readPublishedIndex(document), read);
  const address = siteAddress(document);
  return { ...site, ...(address !== undefined && { address }) };
}

/**
 * Loads what belongs to an index that has been read: its titles, or all its buckets.
 * @throws UnreadableIndex, and what `read` rejects with for a bucket
 */
export async function loadParts(
  { index, buckets }: { index: MatchIndex; buckets?: Buckets },
  read: (path: string) => Promise<unknown>,
): Promise<Pick<SiteIndex, 'index' | 'titles'>> {
  const titles = buckets
    ? []
    : await read(TITLES_PATH)
        .then(readTitles)
        .catch(() => []);
  const known = new Map(titles.map((guide) => [guide.id, guide]));
  if (buckets) {
    const guides = new Map(index.guides.map((guide) => [guide.id, guide]));
    for (let first = 0; first < buckets.count; first += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, buckets.count - first) }, (_, i) => first + i);
      const paths = numbers.map((number) => buckets.path.replace('{bucket}', String(number)));
      for (const bucket of (await Promise.all(paths.map(read))).map(readBucket)) {
        for (const guide of bucket.guides) guides.set(guide.id, guide);
        for (const title of bucket.titles) known.set(title.id, title);
      }
    }
    index.guides = sortGuides(guides.values());
  }
  return { index, titles: known };
}

/** The address of the site that a published index names as its own: `https://docs.example.org/errors/`. */
export function siteAddress(document: unknown): string | undefined {
  const { $schema } = document as { $schema?: unknown };
  if (typeof $schema !== 'string' || !$schema.endsWith(`/${SCHEMA_PATH}`)) return undefined;
  return /^https?:\/\//.test($schema) ? $schema.slice(0, -SCHEMA_PATH.length) : undefined;
}
