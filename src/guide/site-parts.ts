import { basename, join } from 'node:path';
import type { ContentFiles } from './content-files.ts';
import type { LineOf } from './content.ts';
import { pageSchema, type PageFrontmatter } from './schema.ts';
import { slug } from './schema-fields.ts';
import { anchor, splitSections, type Section } from './sections.ts';

/** A page of the site's own: `content/pages/about.mdx`, shown at `/about/`. */
export type SitePage = {
  id: string;
  file: string;
  frontmatter: PageFrontmatter;
  lineOf: LineOf;
  /** The text before the first `##`, and that under each. */
  sections: Section[];
};

/** What a site has beside guides. */
export type SiteParts = {
  pages: SitePage[];
  /** Names of the components in components/. */
  components: string[];
  /** The text of theme.css. */
  theme?: string;
};

/** First parts of addresses that the site has already, or gets when it is built. */
export const takenRoutes = [
  '404',
  'cards',
  'e',
  'embed',
  'exceptions',
  'gallery',
  'guides',
  'index',
  'match',
  'offline',
  'pagefind',
  'schema',
  'search',
];

/** Components that every site has. */
export const ownComponents = ['Aside', 'Code', 'Note'];

/** Reads pages/, components/ and theme.css of a content folder. */
export function readSiteParts(files: ContentFiles, dir: string): SiteParts {
  const theme = files.optionalText(join(dir, 'theme.css'));
  return {
    pages: readPages(files, join(dir, 'pages')),
    components: readComponents(files, join(dir, 'components')),
    ...(theme !== undefined && { theme }),
  };
}

function readPages(files: ContentFiles, dir: string): SitePage[] {
  return files.entries(dir).flatMap((entry) => {
    const file = join(dir, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (!entry.isFile() || !entry.name.endsWith('.mdx')) {
      files.report(file, 'has no place in pages/. It holds files such as about.mdx. Rename or move it.');
      return [];
    }
    const id = basename(entry.name, '.mdx');
    const wrong = slug.safeParse(id).error?.issues[0]?.message;
    if (wrong) files.report(file, `its name ${wrong}, found "${id}". Rename the file.`);
    if (takenRoutes.includes(id))
      files.report(file, `would hide /${id}/, which the site has already. Rename the file.`);
    const read = files.page(pageSchema, file);
    if (!read || wrong || takenRoutes.includes(id)) return [];
    const sections = splitSections(read.body, 2, read.bodyLine);
    reportAnchors(files, file, sections);
    return [{ id, file, frontmatter: read.value, lineOf: read.lineOf, sections }];
  });
}

/** Each heading is an anchor, and stands once. */
function reportAnchors(files: ContentFiles, file: string, sections: Section[]): void {
  const seen = new Set<string>(['', 'main']);
  for (const { heading, line } of sections.slice(1)) {
    const id = anchor(heading!);
    if (seen.has(id)) files.report(file, `"## ${heading}" must have words of its own. Change it.`, line);
    seen.add(id);
  }
}

function readComponents(files: ContentFiles, dir: string): string[] {
  // What components are made of, such as styles and pictures, lies beside them.
  const names = files.entries(dir).flatMap(({ name }) => /^(.+)\.astro$/.exec(name)?.[1] ?? []);
  return names.filter((name) => {
    const path = join(dir, `${name}.astro`);
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
      files.report(path, 'must begin with a capital and have letters and digits only. Rename the file.');
    else if ([...ownComponents, 'Fragment'].includes(name))
      files.report(path, `<${name}> is a component that every site has. Rename the file.`);
    else return true;
    return false;
  });
}
