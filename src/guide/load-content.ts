import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder, type Places } from '../files/places.ts';
import { diskCache, hash, type CacheEntry } from './cache.ts';
import { checkContent } from './check/check-content.ts';
import { compileGuide, type CompiledGuide } from './compile.ts';
import { highlightPool } from './highlight-pool.ts';
import type { Problem } from './problems.ts';
import { readContent, type Content } from './content.ts';
import { compilePage, type CompiledPage } from './compile-page.ts';

/** Content that has been read, compiled and checked. */
export type Loaded = {
  content: Content;
  compiled: Map<string, CacheEntry<CompiledGuide>>;
  /** Those of the site's own pages that are right. */
  pages: CompiledPage[];
  problems: Problem[];
};

/**
 * Reads, compiles and checks a content folder.
 * @param pool highlights code; ended at the end
 * @returns all of it, with every problem; with a problem, what it concerns may be missing
 */
export async function loadContent(places: Places, pool = highlightPool()): Promise<Loaded> {
  const { content, problems } = readContent(places.content);
  const [options, version] = await Promise.all([siteOptions(places, content), compilerVersion(places)]);
  const cached = diskCache(join(places.cache, 'guides'), version);
  try {
    const all = { ...options, highlight: pool.highlight, cached };
    const results = await Promise.all(content.guides.map((guide) => compileGuide(guide, all)));
    const root = join(places.content, '..');
    const pageResults = await Promise.all(content.pages.map((page) => compilePage(page, root, all)));
    const pages = pageResults.flatMap(({ page }) => page ?? []);
    const compiled = new Map<string, CacheEntry<CompiledGuide>>();
    content.guides.forEach(({ id }, i) => results[i]!.entry && compiled.set(id, results[i]!.entry!));
    const found = [
      ...problems,
      ...[...results, ...pageResults].flatMap((result) => result.problems),
      ...checkContent(content, compiled, pages),
    ];
    found.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
    return { content, compiled, pages, problems: found };
  } finally {
    await pool.close();
  }
}

/**
 * A guide of a content folder as Markdown.
 * @returns undefined when the guide is unknown, or its text has problems
 */
export async function markdownOf(content: Content, id: string): Promise<string | undefined> {
  const guide = content.guides.find((candidate) => candidate.id === id);
  if (!guide) return undefined;
  const { entry } = await compileGuide(guide, {
    ...(await siteOptions({ code: packageFolder }, content)),
    // Markdown has its code as it is.
    highlight: async (blocks) => blocks.map(() => []),
    cached: async (_, compile) => compile().then((value) => value && { value, path: '' }),
  });
  return entry?.value.markdown;
}

/** The path of the site's URL, with `/` at both ends. */
export function basePath(url: string): string {
  return `${new URL(url).pathname.replace(/\/$/, '')}/`;
}

async function siteOptions(places: Pick<Places, 'code'>, { site: { url, locale }, components }: Content) {
  const own = await authorComponents(places);
  return { components: [...own, ...components].sort(), url, base: basePath(url), locale };
}

/** A component for authors is one file in this folder, named after it. */
async function authorComponents({ code }: Pick<Places, 'code'>): Promise<string[]> {
  const files = await readdir(join(code, 'src', 'components', 'author'));
  return ['Code', ...files.map((file) => file.replace(/\.astro$/, ''))].sort();
}

/** Changes with the code that compiles, and with the packages it uses. */
async function compilerVersion({ code }: Places): Promise<string> {
  const folders = ['guide', 'locales', 'trace', 'match'].map((name) => join(code, 'src', name));
  const entries = await Promise.all(
    folders.map((dir) => readdir(dir, { recursive: true, withFileTypes: true })),
  );
  const files = entries
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    [...files.sort(), join(code, 'package.json')].map((file) => readFile(file, 'utf8')),
  );
  return hash(texts.join('\0'));
}
