import { en } from '../en.ts';

/** Words of the banner after a match, and of the comparison. A build puts the site's own locale in place of English. */
export const arrival = en.arrival;
