import { en } from '../en.ts';

/** The direction of the site's own locale. A build puts it in place of English. */
export const dir = en.dir;
