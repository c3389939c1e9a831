import type { APIRoute } from 'astro';
import { siteEntry } from '../../site/content.ts';
import { publish } from '../../site/publish.ts';

/**
 * Titles and questions of the guides that the matcher finds: they find nothing, so the index goes without them. Empty where
 * the index is in buckets, as it has them then, and `match/whole/titles.json`.
 */
export const GET: APIRoute = async ({ site }) => {
  const { titles, isInBuckets } = await siteEntry();
  return publish('matchTitles', site, { version: 1, guides: isInBuckets ? [] : titles });
};
