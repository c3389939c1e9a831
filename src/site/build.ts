import { build as buildPages } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import { writeEmbed } from '../embed/write-embed.ts';
import { Locked, withFileLock } from '../files/file-lock.ts';
import { readContent } from '../guide/content.ts';
import { basePath } from '../guide/load-content.ts';
import { siteSchema } from '../guide/schema.ts';
import { writeHostFiles } from '../hosts/static-files.ts';
import { cardFrame } from './cards/card.ts';
import { writeCards } from './cards/write-cards.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { makeCache, type Places } from '../files/places.ts';
import { astroConfig } from './astro-config.ts';
import { astroRoot, makeAstroRoot } from './astro-root.ts';
import { hostedSite } from './hosted-site.ts';
import { discard, explain, moveFolder, openReplaceable, replaceFolder } from './replace-folder.ts';

/** Raised when the folder is being built already. */
export class BuildRunning extends Error {}

/**
 * Builds the site into its folder. It is made beside it and put in place when it is whole: when anything fails,
 * the last good one stays as it was.
 * @throws ContentError when the content has problems, BuildRunning when another build of the folder is running,
 *   CannotReplace when the folder cannot be written
 * @returns how many pages the search holds
 */
export async function buildSite(places: Places): Promise<{ pages: number }> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  makeCache(places);
  const file = join(places.cache, 'build.lock');
  try {
    return await withFileLock(file, () => buildLocked(places), { wait: false });
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    const who = error.owner === undefined ? '' : ` (process ${error.owner}, by ${file})`;
    throw new BuildRunning(`Another build of this folder is running${who}. Wait until it has ended.`);
  }
}

async function buildLocked(places: Places): Promise<{ pages: number }> {
  const { out } = places;
  const place = await openReplaceable(out);
  try {
    const pages = await explain(out, async () => {
      makeAstroRoot(places);
      // What renders the pages is built beside them, and must find the packages from there.
      const built = join(astroRoot(places), 'built');
      await buildPages({ ...astroConfig(places), outDir: built, logLevel: 'warn' });
      await moveFolder(built, place.next);
      const pages = await indexText(place.next);
      // The pages are built, so site.yaml fits its schema.
      const site = siteSchema.parse(parse(await readFile(join(places.content, 'site.yaml'), 'utf8')));
      const book = await readFile(join(import.meta.dirname, 'mark.svg'), 'utf8');
      await writeCards(place.next, join(places.cache, 'cards'), cardFrame(site, book));
      await writeEmbed(places.code, place.next, site.locale);
      await writeServiceWorker(place.next, basePath(site.url), site.offline);
      await writeHostFiles(place.next, hostedSite(readContent(places.content).content));
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
