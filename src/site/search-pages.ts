import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hash } from '../guide/cache.ts';
import { writeBuiltFiles, type BuiltFiles } from './built-files.ts';
import type { PageFacts } from './renderer/render-page.ts';
import { countShards, shardFolder, shardOf } from './search-shards.ts';

/** Pages that may wait for Pagefind's process at once. */
const MAX_PENDING_PAGES = 32;
/** Ready-made interfaces of Pagefind; the site has its own. */
const UNUSED = /(-ui|-highlight)\.(js|css)$/;
/** What a search loads from the folder of the first shard. */
const PROGRAM = /(\.js|\.pagefind)$/;

/** A page that is searched; its key changes with all that it shows. */
export type SearchedPage = { path: string; key: string; html: () => string };

/** Builds the search index while pages are rendered. */
export type SearchPages = {
  /** The place of a page in the order of rendering: shard by shard, so that few pages wait for their index. */
  orderOf(path: string): number;
  add(page: SearchedPage): void;
  /** Writes what is left of the index into the site. @returns how many pages it holds */
  write(): Promise<number>;
  /** Waits until nothing is indexed any more, whatever comes of it, and ends Pagefind's process. Call it after a failure too. */
  end(): Promise<void>;
};

/** A part of the index: its pages by path, and how many guides are still to come. */
type Shard = { pages: Map<string, SearchedPage>; missing: number; isIndexed: boolean };

/**
 * Indexes the text of pages in shards, with Pagefind in a process of its own. A shard in which every page is as it was in
 * an earlier build is taken from there.
 * @param site the new site
 * @param built what that site can have from earlier ones
 * @param version changes with the program that indexes
 * @param guides ids of all guides
 */
export function createSearchPages(
  site: string,
  built: Pick<BuiltFiles<PageFacts>, 'reuse' | 'add'>,
  version: string,
  guides: string[],
): SearchPages {
  const count = countShards(guides.length);
  const shards = Array.from({ length: count }, (): Shard => ({
    pages: new Map(),
    missing: 0,
    isIndexed: false,
  }));
  const shardOfGuide = new Map<string, number>();
  for (const id of guides) shardOfGuide.set(`guides/${id}/`, shardOf(`guides/${id}/`, count));
  for (const shard of shardOfGuide.values()) shards[shard]!.missing++;
  const last = count - 1;
  let size = 0;
  let indexing: Promise<void> = Promise.resolve();

  /** Indexes one shard after another: the process that indexes holds the pages of one. */
  function indexNext(number: number): void {
    const shard = shards[number]!;
    shard.isIndexed = true;
    size += shard.pages.size;
    indexing = indexing.then(() => writeShard([...shard.pages.values()], number));
    // `write` waits for it too, and throws the error.
    indexing.catch(() => {});
  }

  async function writeShard(pages: SearchedPage[], number: number): Promise<void> {
    // Pages come in any order, and the index is to be the same each time.
    const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const key = hash(JSON.stringify([version, count, sorted.map(({ path, key }) => [path, key])]));
    const name = `${shardFolder(number)}/`;
    if (built.reuse(name, key)) return;
    const files = (await indexFiles(sorted))
      .filter(({ path }) => !UNUSED.test(path) && (number === 0 || !PROGRAM.test(path)))
      .map(({ path, content }) => ({ path: name + path, content }));
    built.add(name, { key, files: writeBuiltFiles(site, files), facts: { isSearched: false } });
  }

  return {
    orderOf: (path) => shardOfGuide.get(path) ?? 0,
    add(page) {
      const guideShard = shardOfGuide.get(page.path);
      const number = guideShard ?? last;
      const shard = shards[number]!;
      shard.pages.set(page.path, page);
      // Pages that are not guides may come at any time.
      if (guideShard !== undefined && --shard.missing === 0 && number !== last) indexNext(number);
    },
    async write() {
      // A guide whose page did not come has left its shard waiting.
      for (const [number, { isIndexed }] of shards.entries()) if (!isIndexed) indexNext(number);
      await indexing;
      await writeFile(join(site, 'pagefind', 'shards.json'), JSON.stringify({ shards: count }));
      return size;
    },
    async end() {
      await indexing.catch(() => {});
      await close();
    },
  };
}

/** The files of an index of these pages. */
async function indexFiles(pages: SearchedPage[]) {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  // Read without waiting, so that Pagefind is given them in their order.
  const rest = pages.values();
  const lane = async () => {
    for (const { path, html } of rest) errors.push(...(await addPage(index, path, html())));
  };
  await Promise.all(Array.from({ length: MAX_PENDING_PAGES }, lane));
  const { files, errors: wrong } = await index.getFiles();
  await index.deleteIndex();
  errors.push(...wrong);
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  return files;
}

async function addPage(index: PagefindIndex, path: string, content: string): Promise<string[]> {
  return (await index.addHTMLFile({ sourcePath: `${path}index.html`, content })).errors;
}
