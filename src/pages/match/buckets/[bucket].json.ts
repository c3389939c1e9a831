import type { APIRoute, GetStaticPaths } from 'astro';
import type { CutIndex } from '../../../match/cut-index.ts';
import { siteEntry } from '../../../site/content.ts';
import { cutOnce, partKey } from '../../../site/cut-once.ts';
import { publish } from '../../../site/publish.ts';

export const getStaticPaths = (async () => {
  const { index, titles, isInBuckets } = await siteEntry();
  const contents = isInBuckets ? cutOnce(index, titles).contents : [];
  return contents.map(({ guides }, number) => ({
    params: { bucket: String(number) },
    props: { guides },
    cacheKey: partKey(guides),
  }));
}) satisfies GetStaticPaths;

/** A part of a match index that is too large for one file, with what is shown first of its guides. */
export const GET: APIRoute<Pick<CutIndex['contents'][number], 'guides'>> = ({ site, props }) =>
  publish('matchBucket', site, { version: 2, guides: props.guides });
