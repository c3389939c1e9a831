import mdx from '@astrojs/mdx';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { join, sep } from 'node:path';
import { embedStylesPlugin } from '../embed/embed-styles-plugin.ts';
import type { Places } from '../files/places.ts';
import { basePath } from '../guide/load-content.ts';
import { ownLocalePlugin } from '../locales/own-locale-plugin.ts';
import { astroRoot, modulesFolder, sourceFolder } from './astro-root.ts';
import { componentsPlugin } from './components-plugin.ts';
import { placesPlugin } from './places-plugin.ts';
import { siteFacts } from './site-facts.ts';

/**
 * What Astro builds and serves a site with: the package's pages, with the content of another folder.
 * @param integrations further ones, that a dev server has
 */
export function astroConfig(places: Places, integrations: AstroIntegration[] = []): AstroInlineConfig {
  const siteFile = join(places.content, 'site.yaml');
  const { url } = siteFacts(places);
  const root = astroRoot(places);
  const source = sourceFolder(places);
  return {
    // Not the package's astro.config.mjs, which is for editors and the type check.
    configFile: false,
    // Astro writes into its root: each site has its own, and nothing is written into the package.
    root,
    srcDir: join(source, 'src'),
    cacheDir: root,
    outDir: places.out,
    site: url,
    base: basePath(url),
    trailingSlash: 'always',
    // @astrojs/mdx brings the renderer for compiled guides.
    integrations: [mdx(), ...integrations],
    // A strict Content-Security-Policy allows nothing inline.
    build: { inlineStylesheets: 'never' },
    vite: {
      cacheDir: join(places.cache, 'vite'),
      build: { assetsInlineLimit: 0 },
      server: {
        fs: { allow: [root, source, places.content, modulesFolder(places)] },
        // What Vite watches nowhere else below node_modules: the store that the pages of a changed guide are read from.
        watch: { ignored: [`!${root.replaceAll(sep, '/')}/.astro/**`] },
      },
      worker: { format: 'es' },
      plugins: [
        ownLocalePlugin(() => siteFacts(places).locale, siteFile),
        placesPlugin(places, source),
        embedStylesPlugin(places.code),
        componentsPlugin(source, places.content),
      ],
      // Short names: each page names its scripts.
      environments: { client: { build: { rolldownOptions: { output: { entryFileNames: shortName } } } } },
    },
    devToolbar: { enabled: false },
  };
}

/** `Search.astro_astro_type_script_index_0_lang` as `Search.[hash].js`. */
function shortName({ name }: { name: string }): string {
  return `_astro/${name.split('.')[0]}.[hash].js`;
}
