import { basename, join } from 'node:path';
import { ContentFiles } from './content-files.ts';
import type { Content, Guide } from './content-types.ts';
import type { Problem } from './problems.ts';
import { readFramework, type FrameworkFolder } from './read-framework.ts';
import { readGuide } from './read-guide.ts';
import { checkReserved, reservedNames } from './reserved-names.ts';
import { readSiteParts } from './site-parts.ts';
import { siteSchema, type Site } from './site-schema.ts';

export type * from './content-types.ts';
export { causeLayers, sides } from './content-types.ts';
export { reservedNames } from './reserved-names.ts';

/**
 * Reads a content folder.
 * @param dir the folder that holds site.yaml
 * @returns all that could be read, and every problem in what could not: a guide or a cause with a problem is left out
 */
export function readContent(dir: string): { content: Content; problems: Problem[] } {
  const files = new ContentFiles(dir);
  const guides: Guide[] = [];
  const outline = readOutline(files, dir, ({ framework, ci, guideDirs }) => {
    guides.push(...guideDirs.flatMap((guideDir) => readGuide(files, framework, ci, guideDir) ?? []));
  });
  return { content: withGuides(outline, guides), problems: files.problems };
}

/** A content without its guides, and where they are. */
export type Outline = { content: Content; folders: FrameworkFolder[] };

/** Puts the guides that could be read into a content; those of a framework that cannot be read are left out. */
export function withGuides({ content, folders }: Outline, all: Guide[]): Content {
  const readable = new Set(folders.flatMap(({ framework, isReadable }) => (isReadable ? framework.id : [])));
  const guides = all.filter(({ framework }) => readable.has(framework.id));
  const ids = new Set(guides.map(({ id }) => id));
  const unreadable = folders.flatMap(({ framework, isReadable, guideDirs }) =>
    isReadable
      ? guideDirs.map((dir) => `${framework.id}/${basename(dir)}`).filter((id) => !ids.has(id))
      : [framework.id],
  );
  return { ...content, guides, unreadable };
}

/**
 * Reads all of a content folder but its guides.
 * @param onFramework takes each framework as soon as it is read
 */
export function readOutline(
  files: ContentFiles,
  dir: string,
  onFramework: (folder: FrameworkFolder) => void = () => {},
): Outline {
  if (files.entries(dir).length === 0) {
    files.report(
      dir,
      'There is no content here. Write one with "npx tracebook new", or name another folder.',
    );
    return { content: { dir, site: noSite, ...nothing, components: [], idLines: [] }, folders: [] };
  }
  const site = files.yaml(siteSchema, join(dir, 'site.yaml'))?.value;
  const ledger = join(dir, 'ids.txt');
  const idLines =
    files.optionalText(ledger)?.split(/\r?\n|\r/) ?? (files.isReported(ledger) ? undefined : []);
  files.checkNames(dir, { files: contentFiles, folders: 'any' }, 'a content folder');
  for (const name of reservedNames.framework) checkReserved(files, join(dir, name), 'framework.yaml');
  const folders = files.folders(dir, [...contentFiles, ...reservedNames.framework]).map((name) => {
    const folder = readFramework(files, join(dir, name));
    onFramework(folder);
    return folder;
  });
  const frameworks = folders.flatMap(({ framework, isReadable }) => (isReadable ? framework : []));
  const parts = readSiteParts(files, dir);
  return { content: { ...nothing, dir, site: site ?? noSite, ...parts, frameworks, idLines }, folders };
}

const contentFiles = ['site.yaml', 'ids.txt', 'theme.css', 'README.md'];
const nothing = { pages: [], frameworks: [], guides: [], unreadable: [] } satisfies Partial<Content>;
/** Stands for a site.yaml that cannot be read. */
const noSite: Site = {
  name: '',
  description: '',
  url: 'https://example.org',
  locale: 'en',
  navigation: [],
  proofDays: 30,
  socialCards: true,
  offline: false,
  compress: false,
  otherSites: [],
};
