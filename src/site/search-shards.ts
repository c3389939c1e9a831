import { createHash } from 'node:crypto';

/** Guides that a shard holds at least, where a site has several: fewer take Pagefind less than a second to index again. */
const FEWEST_GUIDES = 48;
/** A search asks every shard. */
const MOST_SHARDS = 16;

/** Into how many parts the text index of a site is split: 1, 2, 4, 8 or 16, so that a new guide seldom moves others. */
export function countShards(guides: number): number {
  let count = 1;
  while (count < MOST_SHARDS && guides >= 2 * count * FEWEST_GUIDES) count *= 2;
  return count;
}

/** The shard of a guide's page, from 0. @param path from the site's root: `guides/celery/worker-lost-error/` */
export function shardOf(path: string, count: number): number {
  return createHash('sha256').update(path).digest().readUInt32BE() % count;
}

/** The folder of a shard, from the site's root. The first one's holds the program too. */
export function shardFolder(shard: number): string {
  return shard === 0 ? 'pagefind' : `pagefind/${shard}`;
}
