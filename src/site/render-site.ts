import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../guide/cache.ts';
import type { SearchPages } from './search-pages.ts';
import { folderMaker, type BuiltFiles } from './built-files.ts';
import { loadRenderer, type PagePath } from './renderer/load-renderer.ts';
import type { Renderer } from './renderer/make-renderer.ts';
import { renderPage, type PageFacts, type PageJob, type PageUnit } from './renderer/render-page.ts';
import { renderPool } from './renderer/render-pool.ts';
import { settingsOf, storedContent, type StoredContent } from './renderer/stored-content.ts';

/** Pages that a thread is asked for in one call. */
const PAGES_PER_CALL = 8;
/** Pages up to which threads take longer to start than this one to render. */
const MAX_PAGES_HERE = 40;

/** The pages of a site that was rendered: how many there are, those kept from the last build, and what they name. */
export type RenderedSite = { pages: PagePath[]; kept: number; facts: Map<string, PageFacts> };

/**
 * Renders the pages of a site into its folder, except those that an earlier build has made already; feeds the search.
 * @param site the folder
 * @param version changes with what every page depends on
 * @param onPage takes how much has been done, up to 1
 */
export async function renderSite(
  renderer: Renderer,
  stored: StoredContent,
  site: string,
  built: BuiltFiles<PageFacts>,
  search: SearchPages,
  version: string,
  onPage: (share: number) => void,
): Promise<RenderedSite> {
  const content = storedContent(stored);
  const own = await loadRenderer(renderer, content);
  const paths = await own.paths();
  const compiledOf = new Map(stored.guides.map(({ id, compiled }) => [`guides/${id}/`, compiled]));
  const jobs = paths
    .toSorted((a, b) => search.orderOf(a.path) - search.orderOf(b.path))
    .map((page) => jobOf(page, compiledOf.get(page.path), version));
  const known = new Map<PageJob, PageUnit>();
  for (const job of jobs) {
    const unit = job.page.cacheKey === undefined ? undefined : built.reuse(job.page.file, job.key);
    if (unit) known.set(job, unit);
  }
  const isFew = jobs.length - known.size <= MAX_PAGES_HERE;
  const pool = isFew ? undefined : renderPool({ renderer, settings: settingsOf(stored.site), site });
  const makeFolder = folderMaker(site);
  const renderHere = async (some: PageJob[]) => {
    const units: PageUnit[] = [];
    for (const job of some) units.push(await renderPage(own, content.compiled, job, site, makeFolder));
    return units;
  };
  const facts = new Map<string, PageFacts>();
  let done = 0;
  const finish = ({ page: { path, file } }: PageJob, unit: PageUnit) => {
    built.add(file, unit);
    facts.set(file, unit.facts);
    onPage(++done / jobs.length);
    if (!unit.facts.isSearched) return;
    search.add({ path, key: unit.key, html: () => readFileSync(join(site, file), 'utf8') });
  };
  const rest = batches(jobs, PAGES_PER_CALL);
  const lane = async () => {
    for (const batch of rest) {
      const open = batch.filter((job) => !known.has(job));
      // Threads have the props of pages; what is made of all the content is rendered here.
      const whole = open.filter(showsAllContent);
      const single = open.filter((job) => !showsAllContent(job));
      const units = [
        ...(await renderHere(whole)),
        ...(single.length === 0 ? [] : await (pool?.render(single) ?? renderHere(single))),
      ];
      for (const [i, job] of [...whole, ...single].entries()) known.set(job, units[i]!);
      for (const job of batch) finish(job, known.get(job)!);
    }
  };
  const kept = known.size;
  try {
    await Promise.all(Array.from({ length: pool?.lanes ?? 1 }, lane));
  } finally {
    await pool?.close();
  }
  return { pages: paths.filter(({ isPage }) => isPage), kept, facts };
}

/** Whether a page is made of all the content, and not of its props and settings only. */
const showsAllContent = ({ page }: PageJob) => page.cacheKey === undefined;

function* batches<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

function jobOf(page: PagePath, compiled: string | undefined, version: string): PageJob {
  const { component, path, cacheKey = '' } = page;
  const key = hash([version, component, path, cacheKey].join('\0'));
  return { page, key, ...(compiled !== undefined && { compiled }) };
}
