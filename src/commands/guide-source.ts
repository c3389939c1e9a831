import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readContent } from '../guide/content.ts';
import { markdownOf } from '../guide/load-content.ts';
import { guideTitles, matchIndex } from '../guide/match-index.ts';
import { formatProblem } from '../guide/problems.ts';
import type { GuideTitles, Hit, MatchIndex } from '../match/types.ts';
import type { SearchIndex } from '../search/types.ts';
import { contentSearchIndex } from '../site/content-search-index.ts';

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
export class NoGuides extends Error {}

/** Where a site has its index and its titles, below its base. */
const INDEX = 'match/index.json';
const TITLES = 'match/titles.json';
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
    const base = new URL(source.replace(/\/*(?:match\/index\.json)?$/, '/'));
    return await readSite((path) => fetchText(new URL(path, base)), base);
  }
  const path = resolve(source);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new NoGuides(`${source} is not there. Check its name and the folder that you are in.`);
  if (!found.isDirectory()) {
    const base = dirname(dirname(path));
    return await readSite((name) => readFile(name === INDEX ? path : join(base, name), 'utf8'));
  }
  if (await isFile(join(path, 'site.yaml'))) {
    const { content, problems } = readContent(path);
    for (const problem of problems) warn(formatProblem(problem));
    const more = {
      search: async () => contentSearchIndex(content),
      markdown: async (id: string) => (await markdownOf(content, id)) ?? refuseGuide(id),
    };
    return guideSource(matchIndex(content), guideTitles(content), new URL(content.site.url), more);
  }
  if (await isFile(join(path, INDEX))) return await readSite((name) => readFile(join(path, name), 'utf8'));
  throw new NoGuides(
    `${source} has neither site.yaml nor ${INDEX}. Name a content folder, a built site, an index.json, or a site's address.`,
  );
}

/**
 * @param read gives the text of a file of the site; one that is missing is an error
 * @param base the site's address; a copy on disk tells it in its own data
 */
async function readSite(read: (path: string) => Promise<string>, base?: URL): Promise<GuideSource> {
  const index = parseIndex(await read(INDEX).catch(refuse));
  // An index alone tells which guide, not what it is called.
  const [titles, address] = await Promise.all([
    read(TITLES).then(
      (text) => JSON.parse(text) as GuideTitles[],
      () => [],
    ),
    base ??
      read(DATA).then(
        (text) => siteOf(JSON.parse(text) as SiteData),
        () => undefined,
      ),
  ]);
  return guideSource(index, titles, address, {
    search: async () => JSON.parse(await read(NAMES).catch(refuse)) as SearchIndex,
    markdown: (id) => read(`guides/${id}.md`).catch(refuse),
  });
}

type SiteData = { guides: { id: string; url: string }[] };

/** `https://docs.example.org/errors/guides/celery/not-registered/` → `https://docs.example.org/errors/`. */
function siteOf({ guides: [first] }: SiteData): URL | undefined {
  return first && new URL(first.url.slice(0, first.url.indexOf(`guides/${first.id}/`)));
}

function guideSource(
  index: MatchIndex,
  titles: GuideTitles[],
  base: URL | undefined,
  more: Pick<GuideSource, 'search' | 'markdown'>,
): GuideSource {
  const root = base?.href.replace(/\/*$/, '') ?? '';
  return {
    index,
    titles: new Map(titles.map((guide) => [guide.id, guide])),
    address: (hit) => `${root}${guidePath(hit)}`,
    ...more,
  };
}

/** Where a hit's guide and cause are on a site, below its base: `/guides/celery/worker-lost-error/#out-of-memory`. */
export function guidePath({ guide, cause }: Pick<Hit, 'guide' | 'cause'>): string {
  return `/guides/${guide}/${cause === null ? '' : `#${cause}`}`;
}

function parseIndex(text: string): MatchIndex {
  let index: Partial<MatchIndex> | undefined;
  try {
    index = JSON.parse(text) as Partial<MatchIndex>;
  } catch {
    // Told below.
  }
  if (!Array.isArray(index?.frameworks) || !Array.isArray(index.guides))
    throw new NoGuides(`The index is not one of a Tracebook site. Name a site's ${INDEX}.`);
  return { frameworks: index.frameworks, guides: index.guides };
}

async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (!response.ok) throw new NoGuides(`${url} answered with ${response.status}. Check the address.`);
  return await response.text();
}

function refuse(error: unknown): never {
  if (error instanceof NoGuides) throw error;
  const { cause, message } = error as Error & { cause?: Error };
  const reason = (cause?.message || message).replace(/\.$/, '');
  throw new NoGuides(`The index cannot be loaded: ${reason}. Check the address and the network.`);
}

function refuseGuide(id: string): never {
  throw new NoGuides(`The guide ${id} has problems. Run npm run check.`);
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
