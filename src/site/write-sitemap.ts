import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SitemapAndIndexStream, SitemapStream } from 'sitemap';
import { basePath } from '../guide/load-content.ts';

/** Pages that lead to others only: the search, short addresses of names, and the page of unknown addresses. */
const UNLISTED = /^(?:search\/|404\/|e\/[^/]+\/(?:page\/\d+\/)?)$/;
/** Addresses that one map may have (sitemaps.org, "Sitemap file limits"). */
const MOST_ADDRESSES = 50_000;

/**
 * Writes `sitemap-index.xml` and the maps that it names into a built site.
 * @param url the site's address
 * @param paths of all pages, from the site's root: `guides/celery/worker-lost-error/`
 */
export async function writeSitemap(dist: string, url: string, paths: string[]): Promise<void> {
  const address = (path: string) => new URL(basePath(url) + path, url).href;
  const { compare } = new Intl.Collator('en', { numeric: true });
  const addresses = paths
    .filter((path) => !UNLISTED.test(path))
    .map((path) => address(encodeURI(path)))
    .sort(compare);
  const maps = new SitemapAndIndexStream({
    limit: MOST_ADDRESSES,
    getSitemapStream(number) {
      const name = `sitemap-${number}.xml`;
      const map = new SitemapStream({ hostname: url });
      return [address(name), map, map.pipe(createWriteStream(join(dist, name)))];
    },
  });
  await pipeline(Readable.from(addresses), maps, createWriteStream(join(dist, 'sitemap-index.xml')));
}
