import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ownLocalePlugin } from '../locales/own-locale-plugin.ts';
import { embedStylesPlugin } from './embed-styles-plugin.ts';

/**
 * Writes `embed.js` into a built site, and below `embed/` what it loads when the box is used. Their imports are relative,
 * so that a page of another origin can load them.
 * @param code the package's folder
 * @param locale of the site
 */
export async function writeEmbed(code: string, dist: string, locale: string): Promise<void> {
  const bundle = await rolldown({
    input: join(code, 'src', 'embed', 'embed.ts'),
    plugins: [ownLocalePlugin(() => locale), embedStylesPlugin(code)],
    logLevel: 'warn',
  });
  await bundle.write({
    dir: dist,
    format: 'es',
    minify: true,
    entryFileNames: 'embed.js',
    chunkFileNames: 'embed/[name].[hash].js',
  });
  await bundle.close();
}
