import type { APIRoute } from 'astro';
import { guideEntries, siteEntry } from '../site/content.ts';
import { publish } from '../site/publish.ts';
import { searchIndex } from '../site/search-index.ts';

/** Every name under which a guide is found, and the words that lead to its causes. */
export const GET: APIRoute = async ({ site }) => {
  const [entry, guides] = await Promise.all([siteEntry(), guideEntries()]);
  return publish('names', site, searchIndex(entry, guides));
};
