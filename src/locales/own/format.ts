import { formatter } from '../format.ts';
import { formats } from './formats.ts';

/** Puts values into texts of the site's own locale, in the browser. */
export const format = formatter(formats);
export const { count, fill, plural, list } = format;
