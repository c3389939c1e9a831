import { sanitizeIndex, sanitizeTitles } from '../../match/untrusted-index.ts';
import type { Source } from '../../match/index.ts';
import type { GuideTitles, MatchIndex } from '../../match/types.ts';
import { type OtherSite, siteReader } from '../../search/others/other-site.ts';
import type { FoundGuide } from './protocol.ts';

/** The guides of one site: what finds them, and what is shown of them by the id that hits have. */
export type Guides = Source & { titles: FoundGuide[] };

/**
 * Loads the guides of the site itself, before anything is pasted.
 * @returns undefined when they cannot be had
 */
export async function loadOwnGuides(addresses: {
  index: string;
  titles: string;
}): Promise<Guides | undefined> {
  try {
    const [index, titles] = await Promise.all([
      loadJson<MatchIndex>(addresses.index),
      loadJson<GuideTitles[]>(addresses.titles),
    ]);
    return { index, prefix: '', titles: titles.map((guide) => ({ ...guide, key: guide.id })) };
  } catch {
    return undefined;
  }
}

/**
 * Loads the guides of another site, which are not trusted.
 * @returns undefined when the site is dead or too slow, or sends too much or what cannot be read
 */
export async function loadOtherGuides(site: OtherSite): Promise<Guides | undefined> {
  try {
    const read = siteReader(site);
    const [index, titles] = await Promise.all([
      read('match/index.json').then(sanitizeIndex),
      read('match/titles.json').then(sanitizeTitles),
    ]);
    if (index === undefined) return undefined;
    const found = titles.map((guide) => ({ ...guide, key: site.url + guide.id, site }));
    const known = new Set(found.map(({ id }) => id));
    // A guide without a title cannot be shown.
    const guides = index.guides.filter(({ id }) => known.has(id));
    return { index: { ...index, guides }, prefix: site.url, titles: found };
  } catch {
    return undefined;
  }
}

async function loadJson<Value>(url: string): Promise<Value> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Value;
}
