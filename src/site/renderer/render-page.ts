import { hash } from '../../guide/cache.ts';
import type { CompiledGuide } from '../../guide/compile.ts';
import { writeBuiltFiles } from '../built-files.ts';
import type { BuiltUnit } from '../built-unit.ts';
import { cardNamedIn, type NamedCard } from '../cards/named-card.ts';
import { guideFiles } from '../guide-files.ts';
import type { PagePath, PageRenderer } from './load-renderer.ts';

/** What a build must know of a page without reading it. */
export type PageFacts = {
  /** Whether the search reads it. */
  isSearched: boolean;
  /** The picture that it names. */
  card?: NamedCard;
};

export type PageUnit = BuiltUnit<PageFacts>;

/** A page that is to be rendered. */
export type PageJob = {
  page: PagePath;
  key: string;
  /** Of a guide's page: the file of the cache that holds the compiled guide. */
  compiled?: string;
};

/** What marks a page that the search reads. */
const SEARCHED = 'data-pagefind-body';

/**
 * Renders a page and writes it into a site; with the page of a guide go its Markdown and the files that it links to.
 * @param makeFolder makes the folder of a path
 */
export async function renderPage(
  renderer: PageRenderer,
  readCompiled: (path: string) => Promise<CompiledGuide>,
  { page, key, compiled }: PageJob,
  site: string,
  makeFolder: (path: string) => void,
): Promise<PageUnit> {
  const text = await renderer.render(page);
  const files = text === undefined ? [] : [{ path: page.file, content: text }];
  if (compiled !== undefined) {
    const guide = await readCompiled(compiled);
    const linked = guideFiles(guide).map(({ path, text }) => ({ path: path.slice(1), content: text }));
    files.push({ path: `guides/${guide.id}.md`, content: guide.markdown }, ...linked);
  }
  const card = page.isPage && text !== undefined ? cardNamedIn(text) : undefined;
  const facts = { isSearched: page.isPage && !!text?.includes(SEARCHED), ...(card && { card }) };
  const written = writeBuiltFiles(site, files, makeFolder);
  // What is rendered each time is known by what it holds.
  return { key: page.cacheKey === undefined ? hash(text ?? '') : key, files: written, facts };
}
