import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { guideEntries, siteEntry } from '../site/content.ts';

/** Guides in the feed. Feed readers ask again long before 100 guides are new. */
const MOST_ITEMS = 100;

export async function GET({ site: origin }: APIContext): Promise<Response> {
  const [site, guides] = await Promise.all([siteEntry(), guideEntries()]);
  return rss({
    title: site.name,
    description: site.description,
    customData: `<language>${site.locale}</language>`,
    site: new URL(import.meta.env.BASE_URL, origin).href,
    items: [...guides]
      .sort((a, b) => b.published.localeCompare(a.published))
      .slice(0, MOST_ITEMS)
      .map((guide) => ({
        title: guide.title,
        description: guide.summary,
        link: new URL(`${import.meta.env.BASE_URL}guides/${guide.id}/`, origin).href,
        pubDate: new Date(guide.published),
      })),
  });
}
