import { build as buildPages } from 'astro';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { writeEmbed } from '../embed/write-embed.ts';
import { Locked, withFileLock } from '../files/file-lock.ts';
import { makeCache, type Places } from '../files/places.ts';
import { hash, isDamagedCache } from '../guide/cache.ts';
import { basePath, loadContent, shareLoaded, type Loaded } from '../guide/load-content.ts';
import { ContentError } from '../guide/problems.ts';
import { writeHostFiles } from '../hosts/static-files.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { astroConfig } from './astro-config.ts';
import { cardFrame } from './cards/card.ts';
import { writeCards } from './cards/write-cards.ts';
import { astroRoot, makeAstroRoot } from './astro-root.ts';
import { hostedSite } from './hosted-site.ts';
import { createPageStore, type PageStore } from './page-store.ts';
import {
  CannotReplace,
  discard,
  explain,
  lockFolder,
  moveFolder,
  openReplaceable,
  replaceFolder,
  type ReplaceableFolder,
} from './replace-folder.ts';
import { createSearchPages } from './search-pages.ts';
import { filesVersion } from './files-version.ts';
import { writeCompressed } from './write-compressed.ts';
import { writeGuideFiles } from './write-guide-files.ts';

/** Raised when the folder is being built already. */
export class BuildRunning extends Error {}

/** What a build made: guides, all pages, and those of them that were kept from a build before. */
export type BuildResult = { guides: number; pages: number; kept: number };

/** Takes what a build does now, and how far it is: from 0 to 1. */
export type OnStep = (step: string, share: number) => void;

/**
 * Builds the site into its folder. It is made beside it and put in place when it is whole: when anything fails,
 * the last good one stays as it was.
 * @throws ContentError when the content has problems, BuildRunning when another build of the folder is running,
 *   CannotReplace when the folder cannot be written
 */
export async function buildSite(places: Places, onStep: OnStep = () => {}): Promise<BuildResult> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  const file = join(places.cache, 'build.lock');
  try {
    makeCache(places);
    const build = () => lockFolder(places.out, () => buildWhole(places, onStep));
    return await withFileLock(file, build, { wait: false });
  } catch (error) {
    if (error instanceof Locked) {
      const who = error.owner === undefined ? '' : ` (process ${error.owner}, by ${error.file})`;
      throw new BuildRunning(`Another build of this folder is running${who}. Wait until it has ended.`);
    }
    const fault = fileFault(error, undefined, [places.cache, places.out]);
    throw fault ? new CannotReplace(fault, { cause: error }) : error;
  }
}

/** Builds; where a compiled guide turns out to be damaged, all are compiled again. */
async function buildWhole(places: Places, onStep: OnStep): Promise<BuildResult> {
  try {
    return await buildLocked(places, onStep);
  } catch (error) {
    if (!isDamagedCache(error)) throw error;
    await rm(join(places.cache, 'guides'), { recursive: true, force: true });
    return await buildLocked(places, onStep);
  }
}

async function buildLocked(places: Places, onStep: OnStep): Promise<BuildResult> {
  const { out } = places;
  const place = await openReplaceable(out);
  try {
    onStep('Reading the guides', 0);
    const loaded = await loadContent(places, undefined, (share) =>
      onStep('Compiling the guides', SHARES.pages * share),
    );
    if (loaded.problems.length > 0) throw new ContentError(loaded.problems);
    const forget = shareLoaded(places, loaded);
    try {
      const result = await explain(out, () => buildInto(place, loaded, places, onStep));
      await replaceFolder(place);
      return result;
    } finally {
      forget();
    }
  } finally {
    await discard(place);
  }
}

/** Shares of a build's time, as far as it can be known before: what is done when a step begins. */
const SHARES = { pages: 0.4, search: 0.9, rest: 0.95 };

async function buildInto(
  { next }: ReplaceableFolder,
  { content, compiled }: Loaded,
  places: Places,
  onStep: OnStep,
): Promise<BuildResult> {
  const { site, frameworks, guides } = content;
  makeAstroRoot(places);
  // What renders the pages is built beside them, and must find the packages from there.
  const built = join(astroRoot(places), 'built');
  await rm(built, { recursive: true, force: true });
  const base = basePath(site.url);
  const source = filesVersion(places.code, SOURCES);
  const own = filesVersion(places.content, SITE_PARTS);
  const version = hash(JSON.stringify([source, own, frameworks.map(({ id, settings }) => [id, settings])]));
  const ids = guides.map(({ id }) => id);
  const search = createSearchPages(built, join(places.cache, 'search'), source, ids);
  let pages = 0;
  const store = createPageStore(join(places.cache, 'pages'), version, base, search.orderOf, async (page) => {
    // Each guide has a page, and about as many short addresses lead to it.
    const share = Math.min(1, ++pages / (3 * guides.length + 1));
    onStep('Rendering pages', SHARES.pages + (SHARES.search - SHARES.pages) * share);
    await search.add(page);
  });
  onStep('Bundling scripts and styles', SHARES.pages);
  try {
    await allEnded([
      buildPages(intoFolder(places, built, store)),
      writeGuideFiles(
        [...compiled.values()].map(({ path }) => path),
        built,
      ),
    ]);
    onStep('Writing the search index', SHARES.search);
    await search.write();
  } finally {
    await search.end();
  }
  await moveFolder(built, next);
  onStep('Writing pictures', SHARES.rest);
  const book = await readFile(join(import.meta.dirname, 'mark.svg'), 'utf8');
  await writeCards(next, join(places.cache, 'cards'), cardFrame(site, book));
  await writeEmbed(places.code, next, site.locale);
  await writeServiceWorker(next, base, site.offline);
  await writeHostFiles(next, hostedSite(content));
  if (site.compress) await writeCompressed(next, join(places.cache, 'compressed'));
  store.prune();
  return { guides: guides.length, pages, kept: store.counts.kept };
}

/** Waits until all have ended, so that none writes any more when one has failed. */
async function allEnded(actions: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(actions);
  await Promise.all(actions);
}

/** What pages depend on besides the guides: files and folders of the package, and of the content. */
const SOURCES = ['src', 'lib', 'package.json', 'package-lock.json'];
const SITE_PARTS = ['site.yaml', 'theme.css', 'components', 'pages'];

/** Astro's configuration for a build into a folder that is new, but that files of guides are written into meanwhile. */
function intoFolder(places: Places, outDir: string, store: PageStore): Parameters<typeof buildPages>[0] {
  const config = astroConfig(places, [store.integration]);
  const build = { ...config.vite?.build, emptyOutDir: false };
  return { ...config, outDir, logLevel: 'warn', vite: { ...config.vite, build } };
}
