import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readContent } from '../guide/content.ts';
import { guideTitles, matchIndex } from '../guide/match-index.ts';
import { formatProblem } from '../guide/problems.ts';
import { guidePath } from '../match/guide-path.ts';
import { INDEX_PATH, loadSite } from '../match/load-site.ts';
import { UnreadableIndex } from '../match/published-index.ts';
import type { GuideTitles, Hit, MatchIndex } from '../match/types.ts';
import type { SearchIndex } from '../search/types.ts';

/** The guides that a command matches with, and where they are read. */
export type GuideSource = {
  index: MatchIndex;
  /** What people are told of a guide, by its id; a guide without an entry is told by its id. */
  titles: Map<string, GuideTitles>;
  /** Address of a hit's guide and cause: absolute where the site's is known, else `/guides/…`. */
  address(hit: Pick<Hit, 'guide' | 'cause'>): string;
  /** What the search knows of the guides. @throws NoGuides when it cannot be read */
  search(): Promise<SearchIndex>;
  /** A guide of the index as Markdown, by its id. @throws NoGuides when it cannot be read */
  markdown(id: string): Promise<string>;
};

/** The guides cannot be had; the message says why and what to do. */
export class NoGuides extends Error {
  /** Whether the site did not answer, which says nothing against the address. */
  readonly isTemporary: boolean;

  constructor(message: string, isTemporary = false) {
    super(message);
    this.isTemporary = isTemporary;
  }
}

/** Where a site has its guides as data, below its base. */
const DATA = 'guides.json';
const NAMES = 'names.json';
const SECONDS = 20;

/**
 * Loads the guides of a content folder, of a built site, or of a published one.
 * @param source a folder with `site.yaml`, a folder with a built site, an `index.json` of one, or a site's http(s) address
 * @param warn gets the problems of a content folder, a line each
 * @throws NoGuides
 */
export async function loadGuides(source: string, warn: (line: string) => void): Promise<GuideSource> {
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source))
      throw new NoGuides(`${source} is no address. Name a site's, such as https://example.org/.`);
    const base = new URL(source.replace(/\/*(?:match\/index\.json)?$/, '/'));
    return await readSite((path) => fetchText(new URL(path, base)), base);
  }
  const path = resolve(source);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new NoGuides(`${source} is not there. Check its name and the folder that you are in.`);
  if (!found.isDirectory()) {
    const base = dirname(dirname(path));
    return await readSite((name) => readFile(name === INDEX_PATH ? path : join(base, name), 'utf8'));
  }
  if (await isFile(join(path, 'site.yaml'))) {
    const { content, problems } = readContent(path);
    for (const problem of problems) warn(formatProblem(problem));
    const titles = new Map(guideTitles(content).map((guide) => [guide.id, guide]));
    const more = {
      // Both take what matching does without.
      async search() {
        const { contentSearchIndex } = await import('../site/content-search-index.ts');
        return contentSearchIndex(content);
      },
      async markdown(id: string) {
        const { markdownOf } = await import('../guide/load-content.ts');
        return (await markdownOf(content, id)) ?? refuseGuide(id);
      },
    };
    return guideSource(matchIndex(content), titles, content.site.url, more);
  }
  if (await isFile(join(path, INDEX_PATH)))
    return await readSite((name) => readFile(join(path, name), 'utf8'));
  throw new NoGuides(
    `${source} has neither site.yaml nor ${INDEX_PATH}. Name a content folder, a built site, an index.json, or a site's address.`,
  );
}

/**
 * @param read gives the text of a file of the site; one that is missing is an error
 * @param base the site's address; a copy on disk tells it in its own data
 */
async function readSite(read: (path: string) => Promise<string>, base?: URL): Promise<GuideSource> {
  const site = await loadSite(async (path) => parseJson(await read(path))).catch(refuse);
  const address =
    base ??
    site.address ??
    (await read(DATA)
      .then(siteOf)
      .catch(() => undefined));
  return guideSource(site.index, site.titles, address, {
    search: async () => JSON.parse(await read(NAMES).catch(refuse)) as SearchIndex,
    markdown: (id) => read(`guides/${id}.md`).catch(refuse),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no index either.
    return undefined;
  }
}

type SiteData = { guides: { id: string; url: string }[] };

/** `https://docs.example.org/errors/guides/celery/not-registered/` → `https://docs.example.org/errors/`. */
function siteOf(text: string): URL | undefined {
  const [first] = (JSON.parse(text) as SiteData).guides;
  return first && new URL(first.url.slice(0, first.url.indexOf(`guides/${first.id}/`)));
}

function guideSource(
  index: MatchIndex,
  titles: Map<string, GuideTitles>,
  address: URL | string | undefined,
  more: Pick<GuideSource, 'search' | 'markdown'>,
): GuideSource {
  const root = String(address ?? '').replace(/\/*$/, '');
  return { index, titles, address: (hit) => `${root}${guidePath(hit)}`, ...more };
}

async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (!response.ok) {
    const { status } = response;
    throw new NoGuides(`${url} answered with ${status}. Check the address.`, status >= 500);
  }
  return await response.text();
}

function refuse(error: unknown): never {
  if (error instanceof NoGuides) throw error;
  if (error instanceof UnreadableIndex) throw new NoGuides(error.message);
  const { cause, message } = error as Error & { cause?: Error };
  const reason = (cause?.message || message).replace(/\.$/, '');
  const isTemporary = cause !== undefined || (error as Error).name === 'TimeoutError';
  throw new NoGuides(
    `The index cannot be loaded: ${reason}. Check the address and the network.`,
    isTemporary,
  );
}

function refuseGuide(id: string): never {
  throw new NoGuides(`The guide ${id} has problems. Run "npx tracebook check".`);
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
