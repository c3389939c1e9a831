import type { Site } from '../guide/site-schema.ts';

/** Other sites as scripts read them from an element; undefined without any, so that pages have no empty attribute. */
export function othersData(sites: Site['otherSites']): string | undefined {
  return sites.length > 0 ? JSON.stringify(sites) : undefined;
}
