import { en } from '../en.ts';

/** The tag by which Intl formats. A build puts the site's own locale in place of English. */
export const formats = en.formats;
