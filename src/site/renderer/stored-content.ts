import type { GuideEntry, SiteEntry } from '../../guide/entries.ts';
import { readCacheFile } from '../../guide/cache.ts';
import type { CompiledGuide } from '../../guide/compile.ts';
import type { SiteContent } from '../site-content.ts';

/** What all pages show, as plain data. */
export type StoredContent = { site: SiteEntry; guides: GuideEntry[] };

/** The content of a build, for the thread that has it. */
export function storedContent({ site, guides }: StoredContent): SiteContent {
  // A guide's page and its files are written one after the other.
  let last: { path: string; guide: Promise<CompiledGuide> } | undefined;
  const read = async (path: string) => (await readCacheFile(path)).value as CompiledGuide;
  return {
    site: () => Promise.resolve(site),
    guides: () => Promise.resolve(guides),
    compiled(path) {
      last = last?.path === path ? last : { path, guide: read(path) };
      return last.guide;
    },
  };
}

/** The site's settings: of what pages show of the whole site, all but the match index and its titles. */
export function settingsOf(site: SiteEntry): SiteEntry {
  return { ...site, index: { frameworks: [], guides: [] }, titles: [] };
}

/**
 * What threads have of the content, for pages that show nothing else but their props.
 */
export function settingsOnly(settings: SiteEntry): SiteContent {
  const none = () =>
    Promise.reject(new Error('A page with a cacheKey may read its props and settings only.'));
  return { ...storedContent({ site: settings, guides: [] }), guides: none };
}
