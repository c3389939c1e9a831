import { en } from '../en.ts';

/** Words for folded frames. A build puts the site's own locale in place of English. */
export const listing = en.listing;
