import type { Source } from '../../match/index.ts';
import { loadSite } from '../../match/load-site.ts';
import { sanitizeIndex, sanitizeTitles } from '../../match/untrusted-index.ts';
import { type OtherSite, siteReader } from '../../search/others/other-site.ts';
import type { FoundGuide } from './protocol.ts';

/** The guides of one site: what finds them, and what is shown of them by the id that hits have. */
export type Guides = Source & { titles: FoundGuide[] };

/**
 * Loads the guides of the site itself, before anything is pasted.
 * @param base address of the site, with `/` at its end
 * @returns undefined when they cannot be had
 */
export async function loadOwnGuides(base: string): Promise<Guides | undefined> {
  try {
    const { index, titles } = await loadSite((path) => loadJson(base + path));
    return {
      index,
      prefix: '',
      titles: Array.from(titles.values(), (guide) => ({ ...guide, key: guide.id })),
    };
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
