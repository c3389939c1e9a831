import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { devTools } from './src/dev/integration.ts';
import { embedStylesPlugin } from './src/embed/embed-styles-plugin.ts';
import { basePath } from './src/guide/load-content.ts';
import { ownLocalePlugin } from './src/locales/own-locale-plugin.ts';

const siteFile = new URL('./content/site.yaml', import.meta.url);
const url = siteUrl();

export default defineConfig({
  site: url,
  base: basePath(url),
  // Not in node_modules, which copies of the project share: each has its own content.
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  // @astrojs/mdx brings the renderer for compiled guides.
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !page.endsWith('/search/') && !/\/e\/[^/]+\/$/.test(page) }),
    devTools(),
  ],
  // A strict Content-Security-Policy allows nothing inline.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    plugins: [
      ownLocalePlugin(() => siteFacts().locale ?? 'en', fileURLToPath(siteFile)),
      embedStylesPlugin(),
    ],
    // Short names: each page names its scripts.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: shortName } } } } },
  },
  devToolbar: { enabled: false },
});

/** Where the site stands. What is wrong with site.yaml is reported where the content is read, and ends the build. */
function siteUrl() {
  try {
    return new URL(siteFacts().url).href;
  } catch {
    return 'https://example.org/';
  }
}

function siteFacts() {
  try {
    return parse(readFileSync(siteFile, 'utf8')) ?? {};
  } catch {
    return {};
  }
}

/** `Search.astro_astro_type_script_index_0_lang` as `Search.[hash].js`. */
function shortName({ name }) {
  return `_astro/${name.split('.')[0]}.[hash].js`;
}
