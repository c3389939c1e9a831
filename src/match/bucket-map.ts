import { hashKey } from './key-hash.ts';
import { isInFilter } from './key-filter.ts';
import type { BucketMap } from './types.ts';

/** How many slots there are. */
export const SLOTS = 65_536;

/** The slot of a key, from 0 to 65,535: the upper half of its hash. */
export const slotOf = (key: string) => hashKey(key) >>> 16;

/** The number of the bucket that has the guides of a key; undefined when no guide has the key. */
export function bucketOf(key: string, { sizes, filter }: BucketMap): number | undefined {
  if (!isInFilter(key, filter)) return undefined;
  let rest = slotOf(key);
  return sizes.findIndex((size) => (rest -= size) < 0);
}
