import { build } from 'vite';
import { catalogue } from './catalogue.js';

const id = 'virtual:articles';

await build({
  configFile: false,
  plugins: [
    {
      name: 'catalogue',
      resolveId: (source) => (source === id ? id : null),
      load: (module) => (module === id ? `export const articles = ${JSON.stringify(catalogue())};` : null),
    },
  ],
});
