import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { diskCache, hash, type CacheEntry } from './cache.ts';
import { checkContent } from './check/check-content.ts';
import { compileGuide, type CompiledFacts, type CompiledGuide } from './compile.ts';
import { matchIndex } from './match-index.ts';
import { keptGuides, type KeptGuides } from './kept-guides.ts';
import { highlightPool } from './highlight-pool.ts';
import type { Problem } from './problems.ts';
import { readContent, type Content } from './content.ts';

/** Content that has been read, compiled and checked. */
export type Loaded = {
  content: Content;
  /** By id of the guide. */
  compiled: Map<string, CompiledFacts>;
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
  const [components, version] = await Promise.all([authorComponents(root), compilerVersion(root)]);
  const cacheDir = join(root, '.cache', 'guides');
  let kept: KeptGuides | undefined;
  const { content, problems } = readContent(contentDir, ({ url, locale }) => {
    const key = hash(JSON.stringify([version, components, basePath(url), locale]));
    return (kept = keptGuides(join(cacheDir, 'whole'), key));
  });
  const cached = diskCache(cacheDir, version);
  const base = basePath(content.site.url);
  const { locale } = content.site;
  const compiled = new Map<string, CompiledFacts>();
  const found = [...problems];
  try {
    await eachOf(content.guides, async (guide) => {
      const known = kept?.compiledOf(guide.id);
      if (known) return void compiled.set(guide.id, known);
      const options = { components, base, locale, highlight: pool.highlight, cached };
      const result = await compileGuide(guide, options);
      found.push(...result.problems);
      if (result.entry) compiled.set(guide.id, factsOf(result.entry));
    });
    found.push(...checkContent(content, compiled, kept));
    found.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
    if (found.length === 0 && kept) {
      const index = hash(JSON.stringify(matchIndex(content)));
      for (const guide of content.guides) kept.keep(guide, compiled.get(guide.id)!, index);
    }
    return { content, compiled, problems: found };
  } finally {
    await pool.close();
  }
}

/** Guides that are compiled at once: enough for every core, few enough for any memory. */
const AT_ONCE = 16;

/** Runs an action for each item, some at a time. */
async function eachOf<Item>(items: Item[], action: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await action(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

function factsOf({ path, value }: CacheEntry<CompiledGuide>): CompiledFacts {
  const questions = value.questions.map(({ id, question }) => ({ id, question }));
  const dates = value.causes.map(({ recorded }) => recorded.map(({ proof }) => proof?.date ?? ''));
  const proved = dates.flat().sort().at(-1);
  const firstProved = dates.flatMap(([first]) => first || []).sort()[0];
  return {
    path,
    bytes: statSync(path).size,
    references: value.references,
    questions,
    ...(proved && { proved }),
    ...(firstProved && { firstProved }),
  };
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
