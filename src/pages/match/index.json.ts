import type { APIRoute } from 'astro';
import { siteEntry } from '../../site/content.ts';
import { cutOnce } from '../../site/cut-once.ts';
import { publish } from '../../site/publish.ts';

/** The match index: what the matcher in the page knows, for other tools too. Its guides are in buckets when they are too many. */
export const GET: APIRoute = async ({ site }) => {
  const { index, titles, isInBuckets } = await siteEntry();
  const data = isInBuckets ? { ...index, guides: [], buckets: cutOnce(index, titles).buckets } : index;
  return publish('matchIndex', site, { version: 1, ...data });
};
