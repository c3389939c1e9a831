import type { APIRoute, GetStaticPaths } from 'astro';
import type { CutIndex } from '../../../match/cut-index.ts';
import { siteEntry } from '../../../site/content.ts';
import { siteCut } from '../../../site/match-files.ts';
import { publish } from '../../../site/publish.ts';

export const getStaticPaths = (async () =>
  (siteCut(await siteEntry())?.contents ?? []).map((props, bucket) => ({
    params: { bucket },
    props,
  }))) satisfies GetStaticPaths;

/** A part of a match index that is too large for one file, with the titles of its guides. */
export const GET: APIRoute<CutIndex['contents'][number]> = ({ site, props: { guides, titles } }) =>
  publish('matchBucket', site, { version: 1, guides, titles });
