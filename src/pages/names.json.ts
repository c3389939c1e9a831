import { guideEntries, siteEntry } from '../site/content.ts';
import { searchIndex } from '../site/search-index.ts';

/** Every name under which a guide is found, and the words that lead to its causes. */
export async function GET(): Promise<Response> {
  const [site, guides] = await Promise.all([siteEntry(), guideEntries()]);
  return Response.json(searchIndex(site, guides));
}
