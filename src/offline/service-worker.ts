/** What the worker needs of a `ServiceWorkerGlobalScope`, which the DOM's types do not have. */
export type WorkerScope = {
  addEventListener(type: 'install' | 'activate' | 'message', listener: (event: WaitEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: { origin: string };
};
type WaitEvent = { waitUntil(work: Promise<unknown>): void };
type FetchEvent = WaitEvent & { request: Request; respondWith(response: Promise<Response>): void };

export type OfflineFiles = {
  /** Begins the name of each cache of this site; other sites may share the origin. */
  prefix: string;
  /** Of the build: each has a cache of its own. */
  version: string;
  /** Paths that are kept at once: without one of them the worker is not installed. */
  core: string[];
  /** Paths of guides and lists, kept when the page is idle. */
  more: string[];
  /** Below this path a file never changes. */
  fixed: string;
  /** Shown for a page that is not kept. */
  fallback: string;
};

/**
 * The service worker. It asks the network first, so that no page is out of date while there is one, and keeps what comes.
 * `write-service-worker.ts` writes this function's own text into `sw.js`: it uses nothing outside of itself.
 */
export function runServiceWorker(scope: WorkerScope, files: OfflineFiles): void {
  const name = `${files.prefix}${files.version}`;
  const AT_ONCE = 4;
  // A guide varies with the Accept header, which is another one in a script than in the address bar.
  const ANY = { ignoreVary: true };

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) =>
    event.waitUntil(forgetOthers().then(() => scope.clients.claim())),
  );
  // A page says when it is idle.
  scope.addEventListener('message', (event) =>
    event.waitUntil(ownCache().then((cache) => keep(files.more, cache, true))),
  );
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin || request.headers.has('range')) return;
    event.respondWith(pathname.startsWith(files.fixed) ? keptFirst(event) : networkFirst(event));
  });

  /** @param isLenient whether a file that cannot be had is left out */
  async function keep(paths: string[], cache: Cache | undefined, isLenient = false): Promise<void> {
    if (!cache) return;
    const missing: string[] = [];
    for (const path of paths) if (!(await cache.match(path, ANY))) missing.push(path);
    while (missing.length > 0)
      await Promise.all(
        missing.splice(0, AT_ONCE).map((path) =>
          cache.add(new Request(path, { cache: 'reload' })).catch((error: unknown) => {
            if (!isLenient) throw error;
          }),
        ),
      );
  }

  /** Undefined when a newer worker has removed it: who is replaced makes no new one. */
  async function ownCache(): Promise<Cache | undefined> {
    if (!(await caches.has(name))) return undefined;
    const cache = await caches.open(name);
    if (await cache.match(files.fallback, ANY)) return cache;
    // It was removed in this very moment, and opening it has made it again.
    await caches.delete(name);
    return undefined;
  }

  async function install(): Promise<void> {
    try {
      await keep(files.core, await caches.open(name));
    } catch (error) {
      // What is not installed would never be removed.
      await caches.delete(name);
      throw error;
    }
    await scope.skipWaiting();
  }

  async function forgetOthers(): Promise<void> {
    const names = await caches.keys();
    const old = names.filter((other) => other.startsWith(files.prefix) && other !== name);
    await Promise.all(old.map((other) => caches.delete(other)));
  }

  /** A full disk is no reason to show an older page. */
  function store(event: FetchEvent, cache: Cache | undefined, url: string, response: Response): void {
    if (cache) event.waitUntil(cache.put(url, response).catch(() => {}));
  }

  async function keptFirst(event: FetchEvent): Promise<Response> {
    const { request } = event;
    const cache = await ownCache();
    const kept = await cache?.match(request, ANY);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.ok) store(event, cache, request.url, response.clone());
    return response;
  }

  async function networkFirst(event: FetchEvent): Promise<Response> {
    const { request } = event;
    const cache = await ownCache();
    try {
      // The browser's own cache asks the server whether its copy is the last one.
      const response = await fetch(request, { cache: 'no-cache' });
      if (response.ok && !response.redirected)
        store(event, cache, request.url.split('?')[0]!, response.clone());
      return response;
    } catch (error) {
      const kept = await cache?.match(request, { ...ANY, ignoreSearch: true });
      if (kept) return kept;
      const fallback = request.mode === 'navigate' ? await cache?.match(files.fallback, ANY) : undefined;
      if (!fallback) throw error;
      return fallback;
    }
  }
}

/** Takes the place of the worker on a site that has it no longer: removes what it kept, and itself. */
export function removeServiceWorker(
  scope: WorkerScope & { registration: { unregister(): Promise<boolean> } },
  prefix: string,
): void {
  scope.addEventListener('install', (event) => {
    void scope.skipWaiting();
    // It takes the place only when the one before has nothing to do, which may be minutes: nothing waits for that.
    event.waitUntil(removeCaches());
    // This in turn waits for the end of the installation.
    void scope.registration.unregister();
  });
  // What the one before has kept meanwhile.
  scope.addEventListener('activate', (event) => event.waitUntil(removeCaches()));

  async function removeCaches(): Promise<void> {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  }
}
