import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const guides = process.env.GUIDES_URL;

export default defineConfig({
  site: 'https://handbook.example',
  vite: { define: { 'import.meta.env.GUIDES_URL': JSON.stringify(guides) } },
  integrations: [
    starlight({
      title: 'Handbook',
      pagefind: false,
      head: [{ tag: 'script', attrs: { type: 'module', src: `${guides}embed.js` } }],
    }),
  ],
});
