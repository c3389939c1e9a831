import { en } from '../en.ts';

/** Words of a request for a guide. A build puts the site's own locale in place of English. */
export const request = en.request;
