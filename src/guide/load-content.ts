import { basename, join } from 'node:path';
import { packageFolder, type Places } from '../files/places.ts';
import { diskCache, hash } from './cache.ts';
import { checkContent } from './check/check-content.ts';
import { compileGuide, type CompiledFacts } from './compile.ts';
import { compilePage, type CompiledPage } from './compile-page.ts';
import { compilerVersion, siteOptions } from './compiler-version.ts';
import { ContentFiles } from './content-files.ts';
import { readOutline, type Content, type Guide } from './content.ts';
import { guidePool } from './guide-pool.ts';
import { highlight } from './highlight.ts';
import { checkLoaded, loadGuides } from './load-guides.ts';
import type { Problem } from './problems.ts';

export { basePath } from './compiler-version.ts';

/** Content that has been read, compiled and checked. */
export type Loaded = {
  content: Content;
  /** By id of the guide. */
  compiled: Map<string, CompiledFacts>;
  /** Those of the site's own pages that are right. */
  pages: CompiledPage[];
  problems: Problem[];
};

/**
 * Reads, compiles and checks a content folder. What is as it was in an earlier build is taken from there.
 * @param threads how many it may start; with 0, this one does everything
 * @param onCompiled takes how much of the guides has been compiled: up to 1
 * @returns all of it, with every problem; with a problem, what it concerns may be missing
 */
export async function loadContent(
  places: Places,
  threads?: number,
  onCompiled: (share: number) => void = () => {},
): Promise<Loaded> {
  const contentDir = places.content;
  const cacheDir = join(places.cache, 'guides');
  const compiler = compilerVersion(places);
  const files = new ContentFiles(contentDir);
  const outline = readOutline(files, contentDir);
  const options = siteOptions(places, outline.content);
  // Problems and links name files from the content folder's parent.
  const version = hash(JSON.stringify([compiler, options, basename(contentDir)]));
  const settings = { ...options, contentDir, cacheDir, compiler, version };
  const pool = guidePool(settings, outline.folders, threads);
  try {
    const { content, guides } = await loadGuides(outline, settings, pool, onCompiled);
    const compiled = new Map(guides.flatMap(({ guide, found }) => entryOf(guide, found.compiled)));
    const texts = await checkLoaded(content, guides, cacheDir, pool);
    const root = join(contentDir, '..');
    const pageOptions = { ...options, highlight, cached: diskCache(cacheDir, compiler) };
    const made = await Promise.all(content.pages.map((page) => compilePage(page, root, pageOptions)));
    const pages = made.flatMap(({ page }) => page ?? []);
    const problems = [
      ...files.problems,
      ...guides.flatMap(({ found }) => [...found.problems.read, ...found.problems.compiled]),
      ...made.flatMap((result) => result.problems),
      ...checkContent(content, compiled, pages, texts),
    ].sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
    return { content, compiled, pages, problems };
  } finally {
    await pool.close();
  }
}

function entryOf(guide: Guide | undefined, facts: CompiledFacts | undefined): [string, CompiledFacts][] {
  return guide && facts ? [[guide.id, facts]] : [];
}

/**
 * A guide of a content folder as Markdown.
 * @returns undefined when the guide is unknown, or its text has problems
 */
export async function markdownOf(content: Content, id: string): Promise<string | undefined> {
  const guide = content.guides.find((candidate) => candidate.id === id);
  if (!guide) return undefined;
  const { entry } = await compileGuide(guide, {
    ...siteOptions({ code: packageFolder }, content),
    // Markdown has its code as it is.
    highlight: async (blocks) => blocks.map(() => []),
    cached: async (_, compile) => compile().then((value) => value && { value, path: '' }),
  });
  return entry?.value.markdown;
}
