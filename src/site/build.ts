import { cpSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { pathBytes } from '../files/path-bytes.ts';
import { Locked, withFileLock } from '../files/file-lock.ts';
import { makeCache, type Places } from '../files/places.ts';
import { hash, isDamagedCache } from '../guide/cache.ts';
import { guideEntriesOf, siteEntryOf } from '../guide/entries.ts';
import { basePath, loadContent, type Loaded } from '../guide/load-content.ts';
import { ContentError } from '../guide/problems.ts';
import { writeHostFiles } from '../hosts/static-files.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { openBuiltFiles, type BuiltFiles } from './built-files.ts';
import { cardFrame } from './cards/card.ts';
import { writeCards } from './cards/write-cards.ts';
import { filesVersion } from './files-version.ts';
import { hostedSite } from './hosted-site.ts';
import { linkFolder } from './link-folder.ts';
import { renderSite } from './render-site.ts';
import type { PageFacts } from './renderer/render-page.ts';
import { makeRenderer, type Renderer } from './renderer/make-renderer.ts';
import { settingsOf } from './renderer/stored-content.ts';
import {
  CannotReplace,
  discard,
  explain,
  lockFolder,
  openReplaceable,
  replaceFolder,
  type ReplaceableFolder,
} from './replace-folder.ts';
import { createSearchPages } from './search-pages.ts';
import { inListOrder } from './site-content.ts';
import { writeCompressed } from './write-compressed.ts';
import { writeSitemap } from './write-sitemap.ts';

/** Raised when the folder is being built already. */
export class BuildRunning extends Error {}

/** What a build made: guides, all pages, those of them that were kept from the build before, and bytes of all files. */
export type BuildResult = { guides: number; pages: number; kept: number; bytes: number };

/** Takes what a build does now, and how far it is: from 0 to 1. */
export type OnStep = (step: string, share: number) => void;

/**
 * Builds the site into its folder. It is made beside it and put in place when it is whole: when anything fails,
 * the last good one stays as it was.
 * @throws ContentError when the content has problems, BuildRunning when another build of the folder is running,
 *   CannotReplace when the folder cannot be written, CannotCompile when a component of the site is wrong
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
  const place = await openReplaceable(out, spareFolder(places));
  const ending = new AbortController();
  try {
    onStep('Reading the guides', 0);
    const source = filesVersion(places.code, SOURCES);
    const made = makeRenderer(places, source, ending.signal);
    const loading = loadContent(places, undefined, (share) =>
      onStep('Compiling the guides', SHARES.pages * share),
    );
    // Both are waited for further below.
    for (const promise of [made, loading]) promise.catch(() => {});
    // This thread has nothing else to do while others read the guides.
    const built = openBuiltFiles<PageFacts>(places.cache, place.path, place.next);
    const loaded = await loading;
    if (loaded.problems.length > 0) throw new ContentError(loaded.problems);
    onStep('Bundling scripts and styles', SHARES.pages);
    const renderer = await made;
    return await explain(out, () => buildInto({ place, built, renderer, loaded, places, source, onStep }));
  } finally {
    ending.abort();
    // What went wrong before says more.
    await discard(place, spareFolder(places)).catch(() => {});
  }
}

/** Where the spare site stands. */
const spareFolder = ({ cache }: Places) => join(cache, 'spare');

/** Shares of a build's time, as far as it can be known before: what is done when a step begins. */
const SHARES = { pages: 0.4, search: 0.9, rest: 0.95 };

/** What a site is built of, and where. */
type Parts = {
  place: ReplaceableFolder;
  built: BuiltFiles<PageFacts>;
  renderer: Renderer;
  loaded: Loaded;
  places: Places;
  /** Changes with the package. */
  source: string;
  onStep: OnStep;
};

async function buildInto(parts: Parts): Promise<BuildResult> {
  const { place, built, renderer, loaded, places, source, onStep } = parts;
  const { next } = place;
  const { content } = loaded;
  const { site } = content;
  const base = basePath(site.url);
  const own = filesVersion(places.content, SITE_PARTS);
  const stored = { site: siteEntryOf(loaded), guides: inListOrder(guideEntriesOf(loaded), site.locale) };
  // All that a page with a cacheKey may read beside its props.
  const settings = settingsOf(stored.site);
  const version = hash(JSON.stringify([source, own, renderer.imports, settings]));
  const ids = stored.guides.map(({ id }) => id);
  cpSync(renderer.assets, next, { recursive: true });
  const search = createSearchPages(next, built, source, ids);
  try {
    const step = (share: number) =>
      onStep('Rendering pages', SHARES.pages + (SHARES.search - SHARES.pages) * share);
    const { pages, kept, facts } = await renderSite(renderer, stored, next, built, search, version, step);
    onStep('Writing the search index', SHARES.search);
    await search.write();
    built.finish();
    onStep('Writing pictures', SHARES.rest);
    const book = readFileSync(join(import.meta.dirname, 'mark.svg'), 'utf8');
    const named = new Map([...facts].flatMap(([file, { card }]) => (card ? [[file, card]] : [])));
    await writeCards(next, join(places.cache, 'cards'), named, cardFrame(site, book));
    await writeSitemap(
      next,
      site.url,
      pages.map(({ path }) => path),
    );
    await writeServiceWorker(next, base, site.offline);
    await writeHostFiles(next, hostedSite(content));
    if (site.compress) await writeCompressed(next, join(places.cache, 'compressed'));
    const bytes = site.compress ? pathBytes(next) : built.bytes();
    const spare = spareFolder(places);
    if (await replaceFolder(place, spare)) built.save('last');
    // A CI system that keeps the cache and not the site has its next one from there too.
    else if (built.isAgain && linkFolder(place.path, spare)) built.save('copy');
    else built.save(undefined);
    return { guides: ids.length, pages: pages.length, kept, bytes };
  } finally {
    await search.end();
  }
}

/** What pages depend on besides the guides: files and folders of the package, and of the content. */
const SOURCES = ['src', 'lib', 'package.json', 'package-lock.json'];
const SITE_PARTS = ['site.yaml', 'theme.css', 'components', 'pages'];
