import { build as buildPages } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from '../guide/cache.ts';
import { Locked, withFileLock } from '../files/file-lock.ts';
import { basePath, loadContent, shareLoaded, type Loaded } from '../guide/load-content.ts';
import { ContentError } from '../guide/problems.ts';
import { cardFrame } from './cards/card.ts';
import { writeCards } from './cards/write-cards.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { createPageStore } from './page-store.ts';
import { projectRoot } from './project.ts';
import { createSearchPages } from './search-pages.ts';
import { sourceVersion } from './source-version.ts';
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
  const { site, frameworks } = content;
  const base = basePath(site.url);
  const source = sourceVersion(root);
  const version = hash(JSON.stringify([source, site, frameworks.map(({ id, settings }) => [id, settings])]));
  try {
    const pages = await explain(dist, async () => {
      const search = await createSearchPages(place.next, join(root, '.cache', 'search'), source);
      const store = createPageStore(join(root, '.cache', 'pages'), version, base, search.add);
      await Promise.all([
        buildPages({
          root,
          outDir: place.next,
          logLevel: 'warn',
          integrations: [store.integration],
          // The folder is new, and files of guides are in it before Astro begins to write.
          vite: { build: { emptyOutDir: false } },
        }),
        writeGuideFiles(
          [...compiled.values()].map(({ path }) => path),
          place.next,
        ),
      ]);
      const pages = await search.write();
      if (site.socialCards) {
        const book = await readFile(join(import.meta.dirname, 'mark.svg'), 'utf8');
        await writeCards(place.next, join(root, '.cache', 'cards'), cardFrame(site, book));
      }
      await writeServiceWorker(place.next, base, site.offline);
      store.prune();
      return pages;
    });
    await replaceFolder(place);
    return { pages };
  } finally {
    await discard(place);
  }
}
