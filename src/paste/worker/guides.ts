import { BucketedIndex } from '../../match/bucketed-index.ts';
import { compileIndex } from '../../match/compile.ts';
import type { Source } from '../../match/index.ts';
import { INDEX_PATH, loadSite, loadWhole } from '../../match/load-site.ts';
import { isInBuckets } from '../../match/published-index.ts';
import type { GuideTitles } from '../../match/types.ts';
import { sanitizeIndex, sanitizeTitles } from '../../match/untrusted-index.ts';
import { type OtherSite, siteReader } from '../../search/others/other-site.ts';
import type { FoundGuide } from './protocol.ts';

/** The guides of one site: what finds them, and what is shown of them by the id that hits have. */
export type Guides = Source & { titles: FoundGuide[] };

/** The guides of the site itself. */
export type OwnGuides = {
  /** Those that are loaded. */
  guides(): Guides;
  /** Loads those that keys lead to, where the index is in buckets; absent where all are loaded. */
  load?(keys: string[]): Promise<void>;
  /** Loads what causes are chosen by where several can be meant, of the guides that are loaded; absent likewise. */
  loadChoices?(): Promise<void>;
};

/**
 * Loads the guides of the site itself, before anything is pasted; of an index in buckets only where they are.
 * @param base address of the site, with `/` at its end
 * @returns undefined when they cannot be had
 */
export async function loadOwnGuides(base: string): Promise<OwnGuides | undefined> {
  const read = (path: string) => loadJson(base + path);
  try {
    const document = await read(INDEX_PATH);
    if (isInBuckets(document)) {
      const bucketed = new BucketedIndex(document, read);
      return {
        guides: () => ownGuides(bucketed.index, bucketed.titles),
        load: (keys) => bucketed.load(keys),
        loadChoices: () => bucketed.loadChoices(),
      };
    }
    const site = await loadWhole(document, read);
    const guides = ownGuides(site.index, site.titles);
    // Before anything is pasted: it would keep the first answer waiting.
    compileIndex(site.index);
    return { guides: () => guides };
  } catch {
    return undefined;
  }
}

const ownGuides = (index: Source['index'], titles: ReadonlyMap<string, GuideTitles>): Guides => ({
  index,
  prefix: '',
  titles: Array.from(titles.values(), (guide) => ({ ...guide, key: guide.id })),
});

/**
 * Loads the guides of another site, which are not trusted.
 * @returns undefined when the site is dead or too slow, or sends too much or what cannot be read
 */
export async function loadOtherGuides(site: OtherSite): Promise<Guides | undefined> {
  try {
    const published = await loadSite(siteReader(site));
    const titles = sanitizeTitles([...published.titles.values()]);
    const index = sanitizeIndex(published.index);
    const known = new Set(titles.map(({ id }) => id));
    // A guide without a title cannot be shown.
    const guides = index.guides.filter(({ id }) => known.has(id));
    return {
      index: { ...index, guides },
      prefix: site.url,
      titles: titles.map((guide) => ({ ...guide, key: site.url + guide.id, site })),
    };
  } catch {
    return undefined;
  }
}

async function loadJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as unknown;
}
