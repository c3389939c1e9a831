import { isInBuckets, readIndex, readTitles } from './published-index.ts';
import type { GuideTitles, MatchIndex } from './types.ts';

/** What a site publishes for matching. */
export type SiteIndex = {
  index: MatchIndex;
  /** What guides and causes are called, by guide; a guide without an entry is known by its id. */
  titles: Map<string, GuideTitles>;
  /** The site's address with `/` at its end; absent when nothing tells it. */
  address?: string;
};

/** Where a site has its index, and the schema of one, below its base. */
export const INDEX_PATH = 'match/index.json';
const SCHEMA_PATH = 'match/index.schema.json';

/** Where a site whose index is in buckets has it whole, for those who match many texts or none of a person's. */
const WHOLE_INDEX_PATH = 'match/whole/index.json';

/**
 * Loads the whole match index and the titles of a site: nothing of a text is asked for. An index without titles is enough.
 * @param read gives the parsed JSON of a file by its path below the site's base, and rejects when there is none
 * @throws UnreadableIndex, and what `read` rejects with for the index
 */
export async function loadSite(read: (path: string) => Promise<unknown>): Promise<SiteIndex> {
  const document = await read(INDEX_PATH);
  return isInBuckets(document)
    ? loadWhole(await read(WHOLE_INDEX_PATH), read, WHOLE_INDEX_PATH)
    : loadWhole(document, read);
}

/**
 * Reads an index that is in one file, and loads its titles.
 * @param path of the index; its titles are beside it
 * @throws UnreadableIndex
 */
export async function loadWhole(
  document: unknown,
  read: (path: string) => Promise<unknown>,
  path: string = INDEX_PATH,
): Promise<SiteIndex> {
  const index = readIndex(document);
  const titles = await read(path.replace('index', 'titles'))
    .then(readTitles)
    .catch(() => []);
  const address = siteAddress(document);
  return {
    index,
    titles: new Map(titles.map((guide) => [guide.id, guide])),
    ...(address !== undefined && { address }),
  };
}

/** The address of the site that a published index names as its own: `https://docs.example.org/errors/`. */
export function siteAddress(document: unknown): string | undefined {
  const { $schema } = document as { $schema?: unknown };
  if (typeof $schema !== 'string' || !$schema.endsWith(`/${SCHEMA_PATH}`)) return undefined;
  return /^https?:\/\//.test($schema) ? $schema.slice(0, -SCHEMA_PATH.length) : undefined;
}
