import type { APIRoute } from 'astro';
import { siteEntry } from '../../site/content.ts';
import { siteCut } from '../../site/match-files.ts';
import { publish } from '../../site/publish.ts';

/** The match index: what the matcher in the page knows, for other tools too. Its guides are in buckets when they are too many. */
export const GET: APIRoute = async ({ site }) => {
  const entry = await siteEntry();
  const { frameworks, guides } = entry.index;
  const cut = siteCut(entry);
  const data = cut ? { frameworks, guides: [], buckets: cut.buckets } : { frameworks, guides };
  return publish('matchIndex', site, { version: 1, ...data });
};
