import { en } from '../en.ts';

/** Names of the kinds of evidence. A build puts the site's own locale in place of English. */
export const evidence = en.evidence;
