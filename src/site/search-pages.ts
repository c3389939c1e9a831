import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hash } from '../guide/cache.ts';
import { keepFolder, takeFolder } from './kept-folder.ts';
import type { BuiltPage } from './page-store.ts';

/** Pages that may wait for Pagefind's process at once. */
const MOST_WAITING = 32;
/** What marks a page that the search reads. */
const MARK = 'data-pagefind-body';
/** Ready-made interfaces of Pagefind; the site has its own. */
const UNUSED = /(-ui|-highlight)\.(js|css)$/;

/** Builds the search index while pages are rendered. */
export type SearchPages = {
  add(page: Pick<BuiltPage, 'path' | 'html'>): Promise<void>;
  /** Writes the index into the site. @returns how many pages it holds */
  write(): Promise<number>;
};

/**
 * Feeds Pagefind, in a process of its own, with each guide's page as it comes. Where every page is as it was in the last
 * build, the index of that build is taken.
 * @param outDir the site, in which each page stands when the next one comes
 * @param cacheDir where the last index is kept
 * @param version changes with the program that indexes
 */
export async function createSearchPages(
  outDir: string,
  cacheDir: string,
  version: string,
): Promise<SearchPages> {
  const last = await readLast(cacheDir);
  const seen = new Map<string, string>();
  const waiting = new Set<Promise<void>>();
  const errors: string[] = [];
  let index: PagefindIndex | undefined;

  async function feed(path: string, content: string): Promise<void> {
    while (waiting.size >= MOST_WAITING) await Promise.race(waiting);
    const added: Promise<void> = index!
      .addHTMLFile({ sourcePath: `${path}index.html`, content })
      .then((result) => {
        errors.push(...result.errors);
        waiting.delete(added);
      });
    waiting.add(added);
  }

  /** Pages that are as they were had to wait until one differed. */
  async function start(): Promise<void> {
    const created = await createIndex({});
    if (!created.index) throw new Error(`The search index could not be made: ${created.errors.join(' ')}`);
    index = created.index;
    for (const path of seen.keys())
      await feed(path, await readFile(join(outDir, path, 'index.html'), 'utf8'));
  }

  return {
    async add({ path, html }) {
      if (!html.includes(MARK)) return;
      const digest = hash(html);
      if (!index && last[path] !== digest) await start();
      seen.set(path, digest);
      if (index) await feed(path, html);
    },
    async write() {
      const target = join(outDir, 'pagefind');
      const pages = Object.fromEntries([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
      const key = hash(JSON.stringify([version, pages]));
      if (!index) {
        if (await takeFolder(cacheDir, key, target)) return seen.size;
        await start();
      }
      await Promise.all(waiting);
      const { files, errors: wrong } = await index!.getFiles();
      await close();
      errors.push(...wrong);
      if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
      const used = files.filter(({ path }) => !UNUSED.test(path));
      await keepFolder(cacheDir, key, used, target, JSON.stringify(pages));
      return seen.size;
    },
  };
}

/** The pages of the kept index by path, with the hash of each. */
async function readLast(cacheDir: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(cacheDir, 'note'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
