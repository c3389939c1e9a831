import { getCollection, getEntry } from 'astro:content';
import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import { readCacheFile } from '../guide/cache.ts';
import type { CompiledGuide } from '../guide/compile.ts';
import { inListOrder, type SiteContent } from '../site/site-content.ts';

/** The content while `astro dev` runs: in Astro's store, which follows every change. */
export const content: SiteContent = {
  async site() {
    return (await getEntry('site', 'site'))!.data as SiteEntry;
  },
  async guides() {
    const collection: { data: unknown }[] = await getCollection('guides');
    const { locale } = await content.site();
    return inListOrder(
      collection.map(({ data }) => data as GuideEntry),
      locale,
    );
  },
  async compiled(path) {
    return (await readCacheFile(path)).value as CompiledGuide;
  },
};
