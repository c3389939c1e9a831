import { build as buildPages } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Locked, withFileLock } from '../files/file-lock.ts';
import { basePath, loadContent, shareLoaded, type Loaded } from '../guide/load-content.ts';
import { ContentError } from '../guide/problems.ts';
import { cardFrame } from './cards/card.ts';
import { writeCards } from './cards/write-cards.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { projectRoot } from './project.ts';
import { writeGuideFiles } from './write-guide-files.ts';
import { discard, explain, openReplaceable, replaceFolder } from './replace-folder.ts';

/** Raised when the folder is being built already. */
export class BuildRunning extends Error {}

/**
 * Builds the site into `dist/`. It is made beside it and put in place when it is whole: when anything fails,
 * the last good `dist/` stays as it was.
 * @param root the project's folder
 * @throws ContentError when the content has problems, BuildRunning when another build of the folder is running,
 *   CannotReplace when dist/ cannot be written
 * @returns how many pages the search holds
 */
export async function buildSite(root: string = projectRoot): Promise<{ pages: number }> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  const file = join(root, '.cache', 'build.lock');
  try {
    return await withFileLock(file, () => buildLocked(root), { wait: false });
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    const who = error.owner === undefined ? '' : ` (process ${error.owner}, by ${file})`;
    throw new BuildRunning(`Another build of this folder is running${who}. Wait until it has ended.`);
  }
}

async function buildLocked(root: string): Promise<{ pages: number }> {
  const loaded = await loadContent(root);
  if (loaded.problems.length > 0) throw new ContentError(loaded.problems);
  const forget = shareLoaded(root, loaded);
  try {
    return await buildFrom(loaded, root);
  } finally {
    forget();
  }
}

async function buildFrom({ content, compiled }: Loaded, root: string): Promise<{ pages: number }> {
  const dist = join(root, 'dist');
  const place = await openReplaceable(dist);
  try {
    const pages = await explain(dist, async () => {
      const { site } = content;
      await Promise.all([
        // The folder is new, and files of guides are in it before Astro begins to write.
        buildPages({ root, outDir: place.next, logLevel: 'warn', vite: { build: { emptyOutDir: false } } }),
        writeGuideFiles(
          [...compiled.values()].map(({ path }) => path),
          place.next,
        ),
      ]);
      const pages = await indexText(place.next);
      if (site.socialCards) {
        const book = await readFile(join(import.meta.dirname, 'mark.svg'), 'utf8');
        await writeCards(place.next, join(root, '.cache', 'cards'), cardFrame(site, book));
      }
      await writeServiceWorker(place.next, basePath(site.url), site.offline);
      return pages;
    });
    await replaceFolder(place);
    return { pages };
  } finally {
    await discard(place);
  }
}

/** Pagefind over prose and traces; pages mark what it reads. */
async function indexText(dir: string): Promise<number> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: dir });
  const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
  await close();
  // Its ready-made interfaces; the site has its own.
  const unused = (await readdir(join(dir, 'pagefind'))).filter((name) =>
    /(-ui|-highlight)\.(js|css)$/.test(name),
  );
  await Promise.all(unused.map((name) => rm(join(dir, 'pagefind', name))));
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join(' ')}`);
  return added.page_count;
}
