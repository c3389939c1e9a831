import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SitemapIndexStream, SitemapStream } from 'sitemap';
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
  const maps: string[] = [];
  for (let i = 0; i < addresses.length; i += MOST_ADDRESSES) {
    const name = `sitemap-${maps.length}.xml`;
    const own = Readable.from(addresses.slice(i, i + MOST_ADDRESSES));
    // A stream into a file would raise its errors where nobody waits for them.
    writeFileSync(join(dist, name), await text(own.pipe(new SitemapStream({ hostname: url }))));
    maps.push(address(name));
  }
  const index = Readable.from(maps).pipe(new SitemapIndexStream());
  writeFileSync(join(dist, 'sitemap-index.xml'), await text(index));
}
