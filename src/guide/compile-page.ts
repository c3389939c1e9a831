import { fileName } from './content-files.ts';
import type { CompileOptions } from './compile.ts';
import { readMdx, type Reference } from './mdx.ts';
import type { Problem } from './problems.ts';
import type { Prose } from './prose.ts';
import type { PageFrontmatter } from './schema.ts';
import { anchor } from './sections.ts';
import type { SitePage } from './site-parts.ts';

/** A page of the site's own as it is shown: plain data. */
export type CompiledPage = {
  id: string;
  frontmatter: PageFrontmatter;
  sections: { id?: string; heading?: string; prose: Prose }[];
  /** Links in the text, to be checked against what is there. */
  references: (Reference & { file: string })[];
};

/**
 * Compiles a page's MDX, by the rules of guides, or takes it from the cache.
 * @param root the content folder's parent, for names in messages
 * @returns what was compiled, or every problem found in the text
 */
export async function compilePage(
  page: SitePage,
  root: string,
  options: CompileOptions,
): Promise<{ page?: CompiledPage; problems: Problem[] }> {
  const { components, base, highlight, cached } = options;
  const file = fileName(root, page.file);
  const problems: Problem[] = [];
  const entry = await cached(JSON.stringify([page, components, base]), async () => {
    // There is no trace and there are no files to show.
    const known = components.filter((name) => name !== 'Code' && name !== 'Note');
    const texts = page.sections.map(({ markdown, markdownLine: line }) =>
      readMdx({ file, markdown, line, shown: [], components: known, base }),
    );
    problems.push(...texts.flatMap((text) => text.problems));
    if (problems.length > 0) return undefined;
    const lines = await highlight(texts.flatMap(({ blocks }) => blocks));
    const sections = texts.map(({ blocks, compile }, i) => {
      const { heading } = page.sections[i]!;
      const prose = compile(lines.splice(0, blocks.length));
      return { ...(heading && { heading, id: anchor(heading) }), prose };
    });
    const references = texts.flatMap((text) => text.references.map((reference) => ({ ...reference, file })));
    return { id: page.id, frontmatter: page.frontmatter, sections, references } satisfies CompiledPage;
  });
  return { ...(entry && { page: entry.value }), problems };
}
