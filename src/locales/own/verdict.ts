import { en } from '../en.ts';

/** Words of a cause in short. A build puts the site's own locale in place of English. */
export const verdict = en.verdict;
