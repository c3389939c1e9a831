import { messagesOf } from '../locales/index.ts';
import type { Site } from '../guide/site-schema.ts';

type Identity = Pick<Site, 'accent' | 'locale'> & { theme?: string | undefined };

/** Whether a site has styles of its own: an accent, a theme, or a seal in another language. */
export const hasIdentity = ({ accent, theme, locale }: Identity): boolean =>
  accent !== undefined || theme !== undefined || isSealOwn(locale);

/**
 * The styles of a site beyond those of every site.
 * @param seal address of its seal
 */
export function identityStyles({ accent, theme, locale }: Identity, seal: string): string {
  const rules = [
    accent &&
      `:root:root{--accent:light-dark(${accent.light},${accent.dark});--accent-paper:color-mix(in srgb,var(--accent) 18%,var(--paper))}`,
    isSealOwn(locale) && `:root .seal{mask-image:url("${seal}")}`,
    theme?.trim(),
  ].filter(Boolean);
  return rules.length > 0
    ? `${rules.join('\n')}\n`
    : '/* site.yaml names neither an accent nor a locale. */\n';
}

const isSealOwn = (locale: string) => messagesOf(locale).frame.seal !== messagesOf('en').frame.seal;

/** Length of the line that the words of the seal stand on, and the widest letters, in units of its drawing. */
const LINE = 266;
const LETTER = 7.5;
/** Width of a letter of a monospaced face, in its size. */
const ASPECT = 0.6;

/**
 * The seal with the words of a locale.
 * @param picture the seal in English, as SVG
 */
export function sealSvg(picture: string, locale: string): string {
  const { seal } = messagesOf(locale).frame;
  const size = Math.min(LETTER, LINE / [...seal].length) / ASPECT;
  return picture
    .replace(/font-size="[\d.]+"/, `font-size="${size.toFixed(1)}"`)
    .replace(/(<textPath[^>]*>)[^<]*/, (_, tag: string) => tag + seal);
}
