import type { Locale } from '../../src/locales/locale.ts';
import { mapTexts } from './texts.ts';

const accented: Record<string, string> = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'û', s: 'š', c: 'ç', n: 'ñ' };

/**
 * A locale that runs from right to left, made of another: its words are accented and stand in ⟦brackets⟧, so that a text
 * which is not in the locale, or is put together of pieces, can be seen.
 */
export function pseudoLocale(locale: Locale): Locale {
  return { ...mapTexts(locale, pseudoText), tag: 'ar-XB', dir: 'rtl', formats: 'ar-XB' };
}

/** A text with its words accented and bracketed; holes and tags stay. */
export function pseudoText(text: string): string {
  return text
    .split(/(\{\w+\}|<\/?\w+>)/)
    .map((part, i) => (i % 2 === 1 || part.trim() === '' ? part : `⟦${accent(part)}⟧`))
    .join('');
}

const accent = (text: string) => text.replace(/[aeiouscn]/g, (letter) => accented[letter]!);
