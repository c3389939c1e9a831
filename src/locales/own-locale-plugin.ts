import { locales } from './index.ts';

/** What the build's `load` hook offers of what is used here. */
type LoadContext = { addWatchFile(file: string): void };

/**
 * Gives browser scripts the texts of the site's own locale: a module of `own/` is replaced by that part of it, so that no
 * script carries another locale, or a part that it does not use.
 * @param tag gives the site's locale; asked at each load, so that a dev server follows site.yaml
 * @param file site.yaml, which a dev server watches; a build needs none
 */
export function ownLocalePlugin(tag: () => string, file?: string) {
  return {
    name: 'tracebook-own-locale',
    enforce: 'pre' as const,
    load(this: LoadContext, id: string): string | undefined {
      const part = /[\\/]src[\\/]locales[\\/]own[\\/](\w+)\.ts$/.exec(id.split('?')[0]!)?.[1];
      if (part === undefined) return undefined;
      const texts = locales[tag()]?.[part as keyof (typeof locales)[string]];
      if (texts === undefined) return undefined;
      if (file) this.addWatchFile(file);
      return `export const ${part} = ${JSON.stringify(texts)};`;
    },
  };
}
