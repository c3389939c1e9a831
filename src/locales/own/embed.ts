import { en } from '../en.ts';

/** Words of the box on other sites' pages. A build puts the site's own locale in place of English. */
export const embed = en.embed;
