import type { RouteData } from 'astro';
import { pathToFileURL } from 'node:url';
import { isDamagedCache } from '../../guide/cache.ts';
import type { SiteContent } from '../site-content.ts';
import { setContent } from '../site-content.ts';
import type { PageStyle, Renderer } from './make-renderer.ts';

/** A page or another file of a site that can be rendered. */
export type PagePath = {
  /** From the site's root: `guides/celery/worker-lost-error/`, `names.json`, and nothing for the first page. */
  path: string;
  /** Where it stands in the built site: `guides/celery/worker-lost-error/index.html`. */
  file: string;
  isPage: boolean;
  /** Which of the site's modules renders it. */
  component: string;
  /** Changes with all that the page shows; undefined for what is rendered each time. */
  cacheKey?: string;
  /** What the module's `getStaticPaths` gives the page: with it, the content need not be at hand. */
  staticPath?: StaticPath;
};

/** A path as Astro names it, with its parameters and the page's props. */
export type StaticPath = { pathname: string; params: object; props?: object };

/** Renders the pages of a site from its content. */
export type PageRenderer = {
  /** All that the site consists of; each file once. */
  paths(): Promise<PagePath[]>;
  /** The text of a page; undefined for one that writes no file. */
  render(page: Pick<PagePath, 'path' | 'component' | 'staticPath'>): Promise<string | undefined>;
};

type PathsApp = ConstructorParameters<
  typeof import('astro/runtime/prerender/static-paths.js').StaticPaths
>[0];

/** Raised when a page cannot be rendered: a component throws. The message says which page, and why. */
export class CannotRender extends Error {
  // An error that comes from a thread has no other class than Error.
  override readonly name = 'CannotRender';
}

/** What Astro's module for rendering is used for here. */
type App = PathsApp & {
  setInternals(internals: { pagesByKeys: Map<string, { styles: PageStyle[] }> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
};

/**
 * Loads a renderer into this thread.
 * @param content what it shows from now on
 */
export async function loadRenderer({ entry, styles }: Renderer, content: SiteContent): Promise<PageRenderer> {
  setContent(content);
  const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
  // A build that begins again has the same program, with other content.
  app.routeCache?.clearAll();
  app.setInternals({ pagesByKeys: new Map(styles.map(([key, styles]) => [key, { styles }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const { base, site, routes } = app.manifest;
  const routeOf = new Map(routes.map(({ routeData }) => [routeData.component, routeData]));
  /** Pages are rendered one after the other: Astro keeps the props of one at a time. */
  let last: Promise<unknown> = Promise.resolve();

  async function renderNext(page: Parameters<PageRenderer['render']>[0]) {
    try {
      return await renderPage(page);
    } catch (error) {
      if (isDamagedCache(error)) throw error;
      const { message }: Error = error instanceof Error ? error : new Error(String(error));
      const name = page.path || 'The first page';
      const advice = 'Correct the component of the site that it uses.';
      throw new CannotRender(`${name} cannot be rendered: ${message.replace(/\.$/, '')}. ${advice}`, {
        cause: error,
      });
    }
  }

  async function renderPage({ path, component, staticPath }: Parameters<PageRenderer['render']>[0]) {
    const routeData = routeOf.get(component)!;
    if (staticPath) await setProps(app, routeData, staticPath);
    const url = new URL(base.replace(/\/?$/, '/') + encodeURI(path), site);
    const response = await app.render(new Request(url), { routeData });
    // The page of unknown addresses says so.
    if (!response.ok && path !== '404/') throw new Error(`the answer has status ${response.status}`);
    return response.body ? await response.text() : undefined;
  }

  return {
    async paths() {
      const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
      const found = new Map<string, PagePath>();
      for (const { pathname, route, cacheKey } of await new StaticPaths(app).getAll()) {
        const item = app.routeCache!.get(route)?.staticPaths?.keyed.get(pathname);
        const staticPath = item && {
          pathname,
          params: item.params,
          ...(item.props && { props: item.props }),
        };
        const page = pagePath(pathname, route, cacheKey, staticPath);
        // Astro lists the routes by priority.
        if (!found.has(page.path)) found.set(page.path, page);
      }
      return [...found.values()];
    },
    render(page) {
      const next = last.then(() => renderNext(page));
      last = next.catch(() => {});
      return next;
    },
  };
}

/** Has Astro find the props of one page where it keeps what `getStaticPaths` gave. */
async function setProps(app: App, route: RouteData, { pathname, params, props }: StaticPath): Promise<void> {
  const item = { params, props } as StaticPaths[number];
  const staticPaths = Object.assign([item], { keyed: new Map([[pathname, item]]) }) as StaticPaths;
  const mod = await app.getComponentByRoute!(route);
  app.routeCache!.clearAll();
  app.routeCache!.set(route, { mod, staticPaths });
}

type StaticPaths = NonNullable<ReturnType<NonNullable<App['routeCache']>['get']>>['staticPaths'];

function pagePath(
  pathname: string,
  route: RouteData,
  cacheKey: string | undefined,
  staticPath: StaticPath | undefined,
): PagePath {
  const name = pathname.replace(/^\/|\/$/g, '');
  const isPage = route.type === 'page';
  const path = isPage && name !== '' ? `${name}/` : name;
  // Hosts look for the page of unknown addresses there.
  const file = name === '404' ? '404.html' : isPage ? `${path}index.html` : path;
  return {
    path,
    file,
    isPage,
    component: route.component,
    ...(cacheKey !== undefined && { cacheKey }),
    ...(staticPath && { staticPath }),
  };
}
