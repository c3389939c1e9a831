import type { APIRoute, GetStaticPaths } from 'astro';
import type { CutIndex } from '../../../match/cut-index.ts';
import { siteEntry } from '../../../site/content.ts';
import { cutOnce, partKey } from '../../../site/cut-once.ts';
import { publish } from '../../../site/publish.ts';

export const getStaticPaths = (async () => {
  const { index, titles, isInBuckets } = await siteEntry();
  const contents = isInBuckets ? cutOnce(index, titles).contents : [];
  return contents.map(({ choices }, number) => ({
    params: { bucket: String(number) },
    props: { choices },
    cacheKey: partKey(choices),
  }));
}) satisfies GetStaticPaths;

/** What a reader chooses causes by, of the guides of a bucket. */
export const GET: APIRoute<Pick<CutIndex['contents'][number], 'choices'>> = ({ site, props }) =>
  publish('matchChoices', site, { version: 2, guides: props.choices });
