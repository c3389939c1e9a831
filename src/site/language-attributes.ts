import type { Messages } from '../locales/index.ts';
import { directionOf, isOtherLanguage } from '../locales/languages.ts';

/** Attributes that say what language an element is in; absent where it is that of its parent. */
export type LanguageAttributes = Record<string, string> & { lang?: string; dir?: 'ltr' | 'rtl' };

/**
 * What marks the words of a guide on a page of the site, and the interface within them.
 * @param language of the guide; without it, that of the site
 */
export function languageAttributes(
  { tag, dir }: Pick<Messages, 'tag' | 'dir'>,
  language: string = tag,
): { isForeign: boolean; text: LanguageAttributes; own: LanguageAttributes } {
  if (!isOtherLanguage(tag, language)) return { isForeign: false, text: {}, own: {} };
  const direction = directionOf(language);
  const isTurned = direction !== dir;
  return {
    isForeign: true,
    text: { lang: language, ...(isTurned && { dir: direction }) },
    own: { lang: tag, ...(isTurned && { dir }) },
  };
}
