import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const [options, version] = await Promise.all([siteOptions(root, content), compilerVersion(root)]);
  const cached = diskCache(join(root, '.cache', 'guides'), version);
  try {
    const results = await Promise.all(
      content.guides.map((guide) => compileGuide(guide, { ...options, highlight: pool.highlight, cached })),
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

/** The folder that holds this program's src/. */
const ownRoot = join(import.meta.dirname, '..', '..');

/**
 * A guide of a content folder as Markdown.
 * @returns undefined when the guide is unknown, or its text has problems
 */
export async function markdownOf(content: Content, id: string): Promise<string | undefined> {
  const guide = content.guides.find((candidate) => candidate.id === id);
  if (!guide) return undefined;
  const { entry } = await compileGuide(guide, {
    ...(await siteOptions(ownRoot, content)),
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

async function siteOptions(root: string, { site: { url, locale } }: Content) {
  return { components: await authorComponents(root), url, base: basePath(url), locale };
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
