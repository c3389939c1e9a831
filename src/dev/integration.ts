import type { AstroIntegration } from 'astro';
import type { AddressInfo } from 'node:net';
import { isInFolder } from '../files/places.ts';
import { join, sep } from 'node:path';
import { DevSearch } from './dev-search.ts';

/**
 * What only `astro dev` has: a search whose index is made on demand, the embed unbundled, and the gallery of components.
 * @param contentDir the folder of the content, whose changes the search follows
 * @param source the folder whose src/ is served
 */
export function devTools(contentDir: string, source: string): AstroIntegration {
  let search: DevSearch;
  let base = '/';
  const embedSource = join(source, 'src', 'embed', 'embed.ts').replaceAll(sep, '/').replace(/^\/?/, '/');
  return {
    name: 'tracebook-dev',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/gallery', entrypoint: join(source, 'src', 'dev', 'gallery.astro') });
      },
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:server:setup': ({ server, logger }) => {
        search = new DevSearch();
        server.watcher.on('all', (_event, path) => {
          // The store is written when all pages have what was read.
          if (/[/\\]components[/\\]|data-store\.json$/.test(path) || isInFolder(contentDir, path))
            search.forget();
        });
        server.middlewares.use((request, response, next) => {
          const [path = ''] = (request.url ?? '').split('?');
          if (path.endsWith('/embed.js')) {
            response
              .setHeader('Content-Type', 'text/javascript')
              .setHeader('Access-Control-Allow-Origin', '*');
            return void response.end(`import '/@fs${embedSource}';\n`);
          }
          const name = path.split('/pagefind/')[1];
          if (name === undefined) return next();
          search.file(name).then(
            (file) => {
              if (!file) return next();
              const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
              response
                .setHeader('Content-Type', name.endsWith('.json') ? 'application/json' : type)
                .end(file);
            },
            (error: unknown) => (logger.error(`The search index could not be made. ${error}`), next()),
          );
        });
      },
      'astro:server:start': ({ address }) => search.listenAt(siteUrl(address, base)),
    },
  };
}

function siteUrl({ address, family, port }: AddressInfo, base: string): string {
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}${base.replace(/\/?$/, '/')}`;
}
