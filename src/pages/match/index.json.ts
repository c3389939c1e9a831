import type { APIRoute } from 'astro';
import { siteEntry } from '../../site/content.ts';
import { cutOnce } from '../../site/cut-once.ts';
import { publish } from '../../site/publish.ts';

/** The match index: what the matcher in the page knows, for other tools too; where there are too many guides, what leads to them. */
export const GET: APIRoute = async ({ site }) => {
  const { index, titles, isInBuckets } = await siteEntry();
  if (!isInBuckets) return publish('matchIndex', site, { version: 1, ...index });
  const { frameworks } = index;
  return publish('matchBuckets', site, { version: 2, frameworks, buckets: cutOnce(index, titles).buckets });
};
