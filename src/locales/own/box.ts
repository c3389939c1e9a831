import { en } from '../en.ts';

/** Words of the box's answers. A build puts the site's own locale in place of English. */
export const box = en.box;
