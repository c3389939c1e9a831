import { en } from '../en.ts';

/** The language of the site's own locale. A build puts it in place of English. */
export const tag = en.tag;
