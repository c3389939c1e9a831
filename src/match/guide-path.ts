import type { Hit } from './types.ts';

/** Where a hit's guide and cause are on a site, below its base: `/guides/celery/worker-lost-error/#out-of-memory`. */
export function guidePath({ guide, cause }: Pick<Hit, 'guide' | 'cause'>): string {
  return `/guides/${guide}/${cause === null ? '' : `#${cause}`}`;
}
