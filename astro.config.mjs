import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { basePath } from './src/guide/load.ts';

/** Where the site stands is the authors' to say; content/check reports what is wrong with it. */
const { url } = parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  base: basePath(url),
  trailingSlash: 'always',
  // @astrojs/mdx brings the renderer for compiled guides.
  integrations: [mdx(), sitemap({ filter: (page) => !page.endsWith('/search/') })],
  // A strict Content-Security-Policy allows nothing inline.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
  devToolbar: { enabled: false },
});
