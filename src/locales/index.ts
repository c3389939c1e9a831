import { de } from './de.ts';
import { en } from './en.ts';
import type { Locale } from './locale.ts';

/** The locales that site.yaml may name. A new one is a file beside this and a line here. */
export const locales: Record<string, Locale> = { de, en };

/** The texts of a locale. They are typed as English ones are, so that every use fills the holes that are there. */
export type Messages = Omit<typeof en, 'dir'> & Pick<Locale, 'dir'>;

/** @param tag one of `locales` */
export function messagesOf(tag: string): Messages {
  return locales[tag] as Messages;
}
