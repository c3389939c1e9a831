import { pathToFileURL } from 'node:url';
import { codeFile } from '../files/code-file.ts';
import type { Places } from '../files/places.ts';

const name = 'virtual:tracebook/loaders';

/**
 * Gives `src/content.config.ts` the loaders of a site's content.
 * Node runs them, not Vite: worker threads cannot be started from TypeScript below node_modules. A `data:` module is what
 * Vite leaves to Node.
 */
export function placesPlugin(places: Places) {
  return {
    name: 'tracebook-places',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load(id: string): string | undefined {
      if (id !== `\0${name}`) return undefined;
      const url = `data:text/javascript,export * from "${loadersFile.href}"`;
      return `import { contentLoaders } from ${JSON.stringify(url)};
export const loaders = contentLoaders(${JSON.stringify(places)});`;
    },
  };
}

const loadersFile = pathToFileURL(codeFile(import.meta, '../content-loaders'));
