import { en } from '../en.ts';

/** Words around the box. A build puts the site's own locale in place of English. */
export const match = en.match;
