import type { APIRoute, GetStaticPaths } from 'astro';
import { siteEntry } from '../../../site/content.ts';
import { publish } from '../../../site/publish.ts';

export const getStaticPaths = (async () =>
  (await siteEntry()).isInBuckets
    ? [{ params: { part: 'index' } }, { params: { part: 'titles' } }]
    : []) satisfies GetStaticPaths;

/** The match index and the titles of a site whose index is in buckets, each in one file: for programs, not for the page. */
export const GET: APIRoute = async ({ site, params }) => {
  const { index, titles } = await siteEntry();
  return params['part'] === 'index'
    ? publish('matchIndex', site, { version: 1, ...index })
    : publish('matchTitles', site, { version: 1, guides: titles });
};
