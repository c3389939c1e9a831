import { INDEX_PATH, loadSite, siteAddress, type SiteIndex } from '../match/load-site.ts';
import { readIndex, UnreadableIndex } from '../match/published-index.ts';

export type LoadOptions = {
  /** Ends the requests. */
  signal?: AbortSignal;
  /** What asks for a file; the global `fetch` when absent. */
  fetch?: typeof globalThis.fetch;
};

/**
 * Loads the guides of a published site for `match`.
 * @param source the site's address, the address of its `match/index.json`, or that file's parsed JSON, which comes
 *   without titles
 * @throws UnreadableIndex when there is no index, or it is one that this version cannot read; the message says what to do
 */
export async function loadIndex(
  source: string | URL | object,
  options: LoadOptions = {},
): Promise<SiteIndex> {
  if (typeof source === 'object' && !(source instanceof URL)) {
    const address = siteAddress(source);
    return { index: readIndex(source), titles: new Map(), ...(address !== undefined && { address }) };
  }
  const address = baseOf(String(source));
  const site = await loadSite((path) => fetchJson(new URL(path, address), options));
  return { ...site, address };
}

/** `https://example.org/errors`, with or without the path of the index → `https://example.org/errors/`. */
function baseOf(source: string): string {
  if (!/^https?:\/\//i.test(source) || !URL.canParse(source))
    throw new UnreadableIndex(`"${source}" is no address. Name a site's, such as https://example.org/.`);
  const { origin, pathname } = new URL(source);
  return `${origin}${pathname.replace(/\/*$/, '/').replace(new RegExp(`/${INDEX_PATH}/$`), '/')}`;
}

async function fetchJson(url: URL, { signal, fetch = globalThis.fetch }: LoadOptions): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnreadableIndex(`${url} cannot be reached. Check the address and the network.`, {
      cause: error,
    });
  }
  if (!response.ok) throw new UnreadableIndex(`${url} answered with ${response.status}. Check the address.`);
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnreadableIndex(`${url} is not JSON. Check the address.`, { cause: error });
  }
}
