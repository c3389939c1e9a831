import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diskCache, hash, type CacheEntry } from './cache.ts';
import { checkContent } from './check/check-content.ts';
import { compileGuide, type CompiledGuide } from './compile.ts';
import { highlightPool } from './highlight-pool.ts';
import type { Problem } from './problems.ts';
import { readContent, type Content } from './content.ts';

/** Content that has been read, compiled and checked. */
export type Loaded = {
  content: Content;
  compiled: Map<string, CacheEntry<CompiledGuide>>;
  problems: Problem[];
};

/**
 * Reads, compiles and checks a content folder.
 * @param root the project's folder: holds content/, src/ and the cache
 * @param pool highlights code; ended at the end
 * @returns all of it, with every problem; with a problem, what it concerns may be missing
 */
export async function loadContent(root: string, pool = highlightPool()): Promise<Loaded> {
  const contentDir = join(root, 'content');
  const { content, problems } = readContent(contentDir);
  const [components, version] = await Promise.all([authorComponents(root), compilerVersion(root)]);
  const cached = diskCache(join(root, '.cache', 'guides'), version);
  const base = basePath(content.site.url);
  const { locale } = content.site;
  try {
    const results = await Promise.all(
      content.guides.map((guide) =>
        compileGuide(guide, { components, base, locale, highlight: pool.highlight, cached }),
      ),
    );
    const compiled = new Map<string, CacheEntry<CompiledGuide>>();
    content.guides.forEach(({ id }, i) => results[i]!.entry && compiled.set(id, results[i]!.entry!));
    const found = [
      ...problems,
      ...results.flatMap((result) => result.problems),
      ...checkContent(content, compiled),
    ];
    found.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
    return { content, compiled, problems: found };
  } finally {
    await pool.close();
  }
}

/** By the project's folder. Astro loads this module a second time, so what both need stands outside of it. */
const shared = ((globalThis as Record<symbol, unknown>)[Symbol.for('tracebook.loaded')] ??= new Map()) as Map<
  string,
  Loaded
>;

/** Gives what a build has loaded to the loaders of its pages. @returns what takes it away again */
export function shareLoaded(root: string, loaded: Loaded): () => void {
  shared.set(resolve(root), loaded);
  return () => void shared.delete(resolve(root));
}

/** What the build of a project has loaded already; undefined when none is running. */
export function sharedLoaded(root: string): Loaded | undefined {
  return shared.get(resolve(root));
}

/** The path of the site's URL, with `/` at both ends. */
export function basePath(url: string): string {
  return `${new URL(url).pathname.replace(/\/$/, '')}/`;
}

/** A component for authors is one file in this folder, named after it. */
async function authorComponents(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'src', 'components', 'author'));
  return ['Code', ...files.map((file) => file.replace(/\.astro$/, ''))].sort();
}

/** Changes with the code that compiles, and with the packages it uses. */
async function compilerVersion(root: string): Promise<string> {
  const folders = ['guide', 'locales', 'trace', 'match'].map((name) => join(root, 'src', name));
  const entries = await Promise.all(
    folders.map((dir) => readdir(dir, { recursive: true, withFileTypes: true })),
  );
  const files = entries
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    [...files.sort(), join(root, 'package.json')].map((file) => readFile(file, 'utf8')),
  );
  return hash(texts.join('\0'));
}
