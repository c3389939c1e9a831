import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hash } from '../guide/cache.ts';
import { keepFolder, takeFolder } from './kept-folder.ts';
import { countShards, shardFolder, shardOf } from './search-shards.ts';

/** Pages that may wait for Pagefind's process at once. */
const MOST_WAITING = 32;
/** Ready-made interfaces of Pagefind; the site has its own. */
const UNUSED = /(-ui|-highlight)\.(js|css)$/;
/** What a search loads from the folder of the first shard. */
const PROGRAM = /(\.js|\.pagefind)$/;

/** A page that is searched; its key changes with all that it shows. */
export type SearchedPage = { path: string; key: string; html: () => Promise<string> };

/** Builds the search index while pages are rendered. */
export type SearchPages = {
  /** The place of a page in the order of rendering: shard by shard, so that few pages wait for their index. */
  orderOf(path: string): number;
  add(page: SearchedPage): Promise<void>;
  /** Writes what is left of the index into the site. @returns how many pages it holds */
  write(): Promise<number>;
  /** Waits until nothing is indexed any more, whatever comes of it, and ends Pagefind's process. Call it after a failure too. */
  end(): Promise<void>;
};

/** A part of the index: its pages by path, and how many guides are still to come. */
type Shard = { pages: Map<string, string>; missing: number; isIndexed: boolean };

/**
 * Indexes the text of guides' pages in shards, with Pagefind in a process of its own. A shard in which every page is as
 * it was in the last build is taken from there.
 * @param outDir the site
 * @param cacheDir where the shards of the last build are kept
 * @param version changes with the program that indexes
 * @param guides ids of all guides
 */
export function createSearchPages(
  outDir: string,
  cacheDir: string,
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

  /** Indexes one shard after another: the next one waits, and so do the pages after it. */
  async function indexNext(number: number): Promise<void> {
    const shard = shards[number]!;
    const { pages } = shard;
    const before = indexing;
    shard.isIndexed = true;
    size += pages.size;
    indexing = before.then(() => writeShard(pages, number)).then(() => pages.clear());
    // Whoever waits for it next is given the error.
    indexing.catch(() => {});
    await before;
  }

  async function writeShard(pages: Map<string, string>, number: number): Promise<void> {
    const target = join(outDir, shardFolder(number));
    const kept = join(cacheDir, String(number));
    const hashes = [...pages].map(([path, html]) => [path, hash(html)] as const);
    const key = hash(JSON.stringify([version, hashes.sort(([a], [b]) => (a < b ? -1 : 1))]));
    if (await takeFolder(kept, key, target)) return;
    const files = await indexFiles(pages);
    const used = files.filter(({ path }) => !UNUSED.test(path) && (number === 0 || !PROGRAM.test(path)));
    await mkdir(cacheDir, { recursive: true });
    await keepFolder(kept, key, used, target);
  }

  return {
    orderOf: (path) => shardOfGuide.get(path) ?? 0,
    async add({ path, html }) {
      const guideShard = shardOfGuide.get(path);
      const number = guideShard ?? last;
      const shard = shards[number]!;
      shard.pages.set(path, await html());
      if (guideShard === undefined || --shard.missing > 0) return;
      // Pages that are not guides may come at any time.
      if (number !== last) await indexNext(number);
    },
    async write() {
      // A guide whose page did not come has left its shard waiting.
      for (const [number, { isIndexed }] of shards.entries()) if (!isIndexed) await indexNext(number);
      await indexing;
      await writeFile(join(outDir, 'pagefind', 'shards.json'), JSON.stringify({ shards: count }));
      for (const name of await readdir(cacheDir))
        if (!/^\d+$/.test(name) || Number(name) >= count)
          await rm(join(cacheDir, name), { recursive: true, force: true });
      return size;
    },
    async end() {
      await indexing.catch(() => {});
      await close();
    },
  };
}

/** The files of an index of these pages. */
async function indexFiles(pages: Map<string, string>) {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  // Pages come in any order, and the index is to be the same each time.
  const rest = [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).values();
  const lane = async () => {
    for (const [path, content] of rest) errors.push(...(await addPage(index, path, content)));
  };
  await Promise.all(Array.from({ length: MOST_WAITING }, lane));
  const { files, errors: wrong } = await index.getFiles();
  await index.deleteIndex();
  errors.push(...wrong);
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  return files;
}

async function addPage(index: PagefindIndex, path: string, content: string): Promise<string[]> {
  return (await index.addHTMLFile({ sourcePath: `${path}index.html`, content })).errors;
}
