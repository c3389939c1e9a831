import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeFile } from '../files/code-file.ts';
import type { Places } from '../files/places.ts';
import { CONTENT } from './site-content.ts';

const LOADERS = 'virtual:tracebook/loaders';
const CONTENT_MODULE = 'virtual:tracebook/content';

/**
 * Gives `src/content.config.ts` the loaders of a site's content, and pages the content itself.
 * Node runs the loaders, not Vite: worker threads cannot be started from TypeScript below node_modules. A `data:` module is
 * what Vite leaves to Node.
 * @param source the folder whose src/ is built or served
 */
export function placesPlugin(places: Places, source: string) {
  let isBuild = false;
  return {
    name: 'tracebook-places',
    configResolved: ({ command }: { command: string }) => void (isBuild = command === 'build'),
    resolveId: (id: string) => ([LOADERS, CONTENT_MODULE].includes(id) ? `\0${id}` : undefined),
    load(id: string): string | undefined {
      if (id === `\0${CONTENT_MODULE}`) {
        // A built renderer holds no content: a changed guide needs no other renderer.
        if (isBuild) return contentModule;
        const file = join(source, 'src', 'dev', 'dev-content.ts').replaceAll(sep, '/');
        return `export { content } from ${JSON.stringify(file)};`;
      }
      if (id !== `\0${LOADERS}`) return undefined;
      const url = `data:text/javascript,export * from "${loadersFile.href}"`;
      return `import { contentLoaders } from ${JSON.stringify(url)};
export const loaders = contentLoaders(${JSON.stringify(places)});`;
    },
  };
}

/** A module whose content is the one that its thread was given last. */
const contentModule = `const current = () => globalThis[${JSON.stringify(CONTENT)}];
export const content = {
  site: () => current().site(),
  guides: () => current().guides(),
  compiled: (path) => current().compiled(path),
};`;

const loadersFile = pathToFileURL(codeFile(import.meta, '../content-loaders'));
