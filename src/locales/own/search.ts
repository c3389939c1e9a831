import { en } from '../en.ts';

/** Words of the search. A build puts the site's own locale in place of English. */
export const search = en.search;
