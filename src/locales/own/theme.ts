import { en } from '../en.ts';

/** Words of the button that changes the theme. A build puts the site's own locale in place of English. */
export const theme = en.theme;
