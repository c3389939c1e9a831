import { en } from '../en.ts';

/** Words that scripts add to a guide's page. A build puts the site's own locale in place of English. */
export const reading = en.reading;
