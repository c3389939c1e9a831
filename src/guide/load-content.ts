import { readdir, readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, type Places } from '../files/places.ts';
import { diskCache, hash, type CacheEntry } from './cache.ts';
import { checkContent } from './check/check-content.ts';
import { compileGuide, type CompiledFacts, type CompiledGuide } from './compile.ts';
import { matchIndex } from './match-index.ts';
import { keptGuides, type KeptGuides } from './kept-guides.ts';
import { highlightPool } from './highlight-pool.ts';
import type { Problem } from './problems.ts';
import { readContent, type Content } from './content.ts';
import { compilePage, type CompiledPage } from './compile-page.ts';

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
 * Reads, compiles and checks a content folder.
 * @param pool highlights code; ended at the end
 * @param onCompiled takes how much of the guides has been compiled: up to 1
 * @returns all of it, with every problem; with a problem, what it concerns may be missing
 */
export async function loadContent(
  places: Places,
  pool = highlightPool(),
  onCompiled: (share: number) => void = () => {},
): Promise<Loaded> {
  const [components, version] = await Promise.all([authorComponents(places), compilerVersion(places)]);
  const cacheDir = join(places.cache, 'guides');
  let kept: KeptGuides | undefined;
  const { content, problems } = readContent(places.content, ({ url, locale, components: own }) => {
    const key = hash(JSON.stringify([version, components, own, url, locale]));
    return (kept = keptGuides(join(cacheDir, 'whole'), key));
  });
  const cached = diskCache(cacheDir, version);
  const options = siteOptions(components, content);
  const compiled = new Map<string, CompiledFacts>();
  const found = [...problems];
  try {
    const all = { ...options, highlight: pool.highlight, cached };
    let done = 0;
    await eachOf(content.guides, async (guide) => {
      const known = kept?.compiledOf(guide.id);
      const result = known ? undefined : await compileGuide(guide, all);
      const facts = known ?? (result?.entry && factsOf(result.entry));
      if (facts) compiled.set(guide.id, facts);
      found.push(...(result?.problems ?? []));
      onCompiled(++done / content.guides.length);
    });
    const root = join(places.content, '..');
    const pageResults = await Promise.all(content.pages.map((page) => compilePage(page, root, all)));
    const pages = pageResults.flatMap(({ page }) => page ?? []);
    found.push(...pageResults.flatMap((result) => result.problems));
    found.push(...checkContent(content, compiled, pages, kept));
    found.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
    if (found.length === 0 && kept) {
      const index = hash(JSON.stringify(matchIndex(content)));
      for (const guide of content.guides) kept.keep(guide, compiled.get(guide.id)!, index);
    }
    return { content, compiled, pages, problems: found };
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

/**
 * A guide of a content folder as Markdown.
 * @returns undefined when the guide is unknown, or its text has problems
 */
export async function markdownOf(content: Content, id: string): Promise<string | undefined> {
  const guide = content.guides.find((candidate) => candidate.id === id);
  if (!guide) return undefined;
  const { entry } = await compileGuide(guide, {
    ...siteOptions(await authorComponents({ code: packageFolder }), content),
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

function siteOptions(components: string[], content: Content) {
  const { url, locale } = content.site;
  return { components: [...components, ...content.components].sort(), url, base: basePath(url), locale };
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
