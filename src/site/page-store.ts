import type { AstroIntegration } from 'astro';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../guide/cache.ts';
import { readKeptFile, writeKeptFile } from './kept-file.ts';

/** A page of the site as it was rendered, or as it was kept since a build before. */
export type BuiltPage = {
  /** From the site's root: `guides/celery/worker-lost-error/`. */
  path: string;
  html: string;
  /** Changes with all that the page shows; undefined for a page that is rendered each time. */
  key: string | undefined;
};

/** Pages that are kept between builds, by the `cacheKey` that `getStaticPaths` gives them. */
export type PageStore = {
  integration: AstroIntegration;
  /** How many pages were rendered, and how many came from a build before. */
  counts: { rendered: number; kept: number };
  /** Removes pages that this build had no use for. */
  prune(): void;
};

/**
 * Makes a store of pages. A page whose key is known is not rendered again; its file names the hash of what it holds, so a
 * damaged one is rendered anew. Files are named by key: a build that was killed leaves none that another would take wrongly.
 * @param dir where pages are kept
 * @param version changes with what every page depends on: code, styles, site.yaml, frameworks
 * @param base path that the site stands under, with `/` at both ends
 * @param orderOf the place of a page among those that are made, by its path
 * @param onPage takes each page, and may let the next one wait
 */
export function createPageStore(
  dir: string,
  version: string,
  base: string,
  orderOf: (path: string) => number,
  onPage: (page: BuiltPage) => Promise<void>,
): PageStore {
  const used = new Set<string>();
  const counts = { rendered: 0, kept: 0 };
  const keys = new Map<string, string>();
  mkdirSync(dir, { recursive: true });

  /** The page, from the store or rendered and then stored. */
  async function pageOf(path: string, component: string, render: () => Promise<Response>) {
    const own = keys.get(pageName(component, path));
    if (own === undefined) return { html: await (await render()).text(), key: undefined };
    const key = hash([version, component, path, own].join('\0'));
    used.add(key);
    const kept = readKeptFile(join(dir, key))?.toString();
    if (kept !== undefined) {
      counts.kept++;
      return { html: kept, key };
    }
    const html = await (await render()).text();
    writeKeptFile(join(dir, key), Buffer.from(html));
    counts.rendered++;
    return { html, key };
  }

  const integration: AstroIntegration = {
    name: 'tracebook:pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((standard) => ({
          name: 'tracebook:pages',
          async setup() {
            await standard.setup?.();
          },
          async getStaticPaths() {
            const paths = await standard.getStaticPaths();
            for (const { pathname, route, cacheKey } of paths)
              if (cacheKey !== undefined) keys.set(pageName(route.component, pathname), cacheKey);
            const order = (pathname: string) => orderOf(`${pathname.replace(/^\/|\/$/g, '')}/`);
            return paths.sort((a, b) => order(a.pathname) - order(b.pathname));
          },
          async render(request, options) {
            const { routeData } = options;
            const render = async () => {
              const result = await standard.render(request, options);
              return result instanceof Response ? result : result.response;
            };
            if (routeData.type !== 'page') return render();
            const path = decodeURI(new URL(request.url).pathname).slice(base.length);
            const { html, key } = await pageOf(path, routeData.component, render);
            await onPage({ path, html, key });
            return new Response(html, { headers: { 'Content-Type': 'text/html' } });
          },
          async teardown() {
            await standard.teardown?.();
          },
        })),
    },
  };
  return {
    integration,
    counts,
    prune() {
      for (const name of readdirSync(dir)) if (!used.has(name)) rmSync(join(dir, name), { force: true });
    },
  };
}

/** One page, whether its path is written with `/` at its ends or not. */
function pageName(component: string, path: string): string {
  return `${component}\0${path.replace(/^\/|\/$/g, '')}`;
}
