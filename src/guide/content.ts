import { basename, join } from 'node:path';
import { ContentFiles, type SourceFile } from './content-files.ts';
import type { KeptGuides } from './kept-guides.ts';
import { causeHeadings, guideHeadings, type CauseSection, type GuideSection } from './page-sections.ts';
import type { Problem } from './problems.ts';
import { proofSchema, type Proof } from './proof-schema.ts';
import { environmentId, slug } from './schema-fields.ts';
import { causeSchema, type CauseFrontmatter } from './cause-schema.ts';
import {
  frameworkSchema,
  guideSchema,
  type EnvironmentSettings,
  type FrameworkSettings,
  type GuideFrontmatter,
} from './schema.ts';
import { siteSchema, type Site } from './site-schema.ts';
import type { Section } from './sections.ts';
import { readSiteParts, type SiteParts } from './site-parts.ts';

/** Everything below a content folder, read and validated file by file; plain data. */
export type Content = SiteParts & {
  dir: string;
  site: Site;
  frameworks: Framework[];
  guides: Guide[];
  /** The lines of ids.txt: every guide and cause ever published; absent when it cannot be read. */
  idLines: string[] | undefined;
  /** Ids of frameworks and guides whose folders are there and could not be read. */
  unreadable: string[];
};

/** Gives the line of a file on which a field stands, 1-based. */
export type LineOf = (path: PropertyKey[]) => number;

export type Framework = {
  /** Folder name: `celery`. */
  id: string;
  dir: string;
  settings: FrameworkSettings;
  lineOf: LineOf;
  /** In the order of framework.yaml; the first is shown. */
  environments: Environment[];
  /** Files of every guide of the framework. */
  app: SourceFile[];
};

export type Environment = EnvironmentSettings & {
  dir: string;
  /** The locks: requirements.txt, package-lock.json, pom.xml … */
  files: SourceFile[];
};

export type Guide = {
  /** `framework/guide`, as in the URL: `celery/worker-lost-error`. */
  id: string;
  framework: Framework;
  dir: string;
  frontmatter: GuideFrontmatter;
  /** Of guide.mdx. */
  lineOf: LineOf;
  sections: Record<GuideSection, Section>;
  /** Files of every cause of the guide. */
  app: SourceFile[];
  /** The workflow shown; runs the commands that prove ran. */
  ci: { text: string; path: string };
  /** In their order. */
  causes: Cause[];
  /** Folders of causes that could not be read. */
  invalidCauses: string[];
};

export type Cause = {
  /** Folder name, and anchor on the guide's page: `out-of-memory`. */
  id: string;
  dir: string;
  frontmatter: CauseFrontmatter;
  /** Of cause.mdx. */
  lineOf: LineOf;
  sections: Record<CauseSection, Section>;
  /** The files of its own layers; `composeRun` puts them on those below. */
  layers: Record<CauseLayer, SourceFile[]>;
  /** The files of its sides for one environment, by its id: those of `fixed@5.9/` lie on those of `fixed/`. */
  environmentLayers: Record<Side, Record<string, SourceFile[]>>;
  /** What proofs wrote, by environment. */
  recorded: Recorded[];
};

/** The workflow of a framework, for guides without one; `text` is missing when it has none. */
export type FrameworkCi = { path: string; text: string | undefined };

export type CauseLayer = 'app' | 'broken' | 'fixed' | 'test';
export const causeLayers = ['app', 'broken', 'fixed', 'test'] as const satisfies CauseLayer[];

export type Side = 'broken' | 'fixed';
export const sides = ['broken', 'fixed'] as const satisfies Side[];

/** What a proof wrote for one environment; a part is absent when its file is missing or has a problem. */
export type Recorded = {
  environment: string;
  dir: string;
  trace?: string;
  proof?: Proof;
  /** A file of it has a problem, which is reported. */
  invalid?: true;
};

/**
 * Reads a content folder.
 * @param dir the folder that holds site.yaml
 * @param keptOf gives the guides that need no reading, once the site's settings and the files of its components are known
 * @returns all that could be read, and every problem in what could not: a guide or a cause with a problem is left out
 */
export function readContent(
  dir: string,
  keptOf?: (site: Site & Pick<Content, 'components'>) => Pick<KeptGuides, 'take'>,
): { content: Content; problems: Problem[] } {
  const files = new ContentFiles(dir);
  const fallback: Site = {
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
  if (files.entries(dir).length === 0) {
    files.report(
      dir,
      'There is no content here. Write one with "npx tracebook new", or name another folder.',
    );
    return {
      content: {
        dir,
        site: fallback,
        pages: [],
        components: [],
        frameworks: [],
        guides: [],
        idLines: [],
        unreadable: [],
      },
      problems: files.problems,
    };
  }
  const site = files.yaml(siteSchema, join(dir, 'site.yaml'))?.value;
  const ledger = join(dir, 'ids.txt');
  const idLines =
    files.optionalText(ledger)?.split(/\r?\n|\r/) ?? (files.isReported(ledger) ? undefined : []);
  files.checkNames(dir, { files: contentFiles, folders: 'any' }, 'a content folder');
  for (const name of reservedNames.framework) checkReserved(files, join(dir, name), 'framework.yaml');
  const components = files.entries(join(dir, 'components')).map(({ name }) => name);
  const kept = keptOf?.({ ...(site ?? fallback), components });
  const read = files
    .folders(dir, [...contentFiles, ...reservedNames.framework])
    .map((name) => readFramework(files, join(dir, name), kept));
  const frameworks = read.flatMap(({ framework }) => framework ?? []);
  const guides = read.flatMap(({ guides }) => guides);
  const unreadable = read.flatMap(({ unreadable }) => unreadable);
  const parts = readSiteParts(files, dir);
  const content = { dir, site: site ?? fallback, ...parts, frameworks, guides, idLines, unreadable };
  return { content, problems: files.problems };
}

/** Reads a framework and its guides; the guides are read for their problems even when the framework has some. */
function readFramework(
  files: ContentFiles,
  dir: string,
  kept: Pick<KeptGuides, 'take'> | undefined,
): { framework?: Framework; guides: Guide[]; unreadable: string[] } {
  files.checkName(dir, slug);
  files.checkNames(dir, { files: frameworkFiles, folders: 'any' }, "a framework's folder");
  const yaml = files.yaml(frameworkSchema, join(dir, 'framework.yaml'));
  for (const name of reservedNames.guide) checkReserved(files, join(dir, name), 'guide.mdx');
  files.checkNames(join(dir, 'environments'), { files: [], folders: 'any' }, 'environments/');
  const environmentNames = files.folders(join(dir, 'environments'));
  const named = yaml?.value.environments ?? environmentNames.map((id) => ({ id, optional: false }));
  const environments = named.map((environment) => readEnvironment(files, dir, environment));
  for (const name of environmentNames) {
    if (named.some(({ id }) => id === name)) continue;
    const message = `is not among the environments of framework.yaml (${named.map(({ id }) => id).join(', ')}). Name it there, or remove the folder.`;
    files.report(join(dir, 'environments', name), message);
  }
  const framework: Framework = {
    id: basename(dir),
    dir,
    settings: yaml?.value ?? unreadableFramework,
    lineOf: yaml?.lineOf ?? (() => 1),
    environments,
    app: files.sources(join(dir, 'app')),
  };
  const ci = { path: join(dir, 'ci.yml'), text: files.shownText(join(dir, 'ci.yml')) };
  const names = files.folders(dir, [...frameworkFiles, ...reservedNames.guide]);
  const guides = names.flatMap((name) => {
    const folder = join(dir, name);
    return kept?.take(framework, ci, folder) ?? readGuide(files, framework, ci, folder) ?? [];
  });
  if (!yaml) return { guides: [], unreadable: [framework.id] };
  const readable = new Set(guides.map(({ id }) => id));
  const unreadable = names.map((name) => `${framework.id}/${name}`).filter((id) => !readable.has(id));
  return { framework, guides, unreadable };
}

/** Names that no framework, guide or cause can have: the folders of these names hold something else. */
export const reservedNames = {
  framework: ['components', 'pages'],
  guide: ['environments', 'app'],
  cause: ['app'],
} as const;

const contentFiles = ['site.yaml', 'ids.txt', 'theme.css', 'README.md'];
const frameworkFiles = ['framework.yaml', 'ci.yml'];
const guideFiles = ['guide.mdx', 'ci.yml'];

/** Stands for a framework.yaml that cannot be read, so that the guides below are still read for their own problems. */
const unreadableFramework = {
  name: '',
  language: '',
  summary: '',
  packages: [],
  runtime: '',
  services: [],
  environments: [],
  dropLines: [],
} satisfies FrameworkSettings;

function readEnvironment(
  files: ContentFiles,
  frameworkDir: string,
  settings: EnvironmentSettings,
): Environment {
  const dir = join(frameworkDir, 'environments', settings.id);
  files.checkName(dir, environmentId);
  const locks = files.sources(dir);
  if (locks.length === 0)
    files.report(dir, 'must be a folder that holds the locks of the environment, found no file. Add them.');
  return { ...settings, dir, files: locks };
}

/** Reads the folder of a guide. */
export function readGuide(
  files: ContentFiles,
  framework: Framework,
  frameworkCi: FrameworkCi,
  dir: string,
): Guide | undefined {
  files.checkName(dir, slug);
  const file = join(dir, 'guide.mdx');
  files.checkNames(dir, { files: guideFiles, folders: 'any' }, "a guide's folder");
  const mdx = files.mdx(guideSchema, file, guideHeadings);
  const folders = files.folders(dir, [...guideFiles, ...reservedNames.cause]);
  for (const name of reservedNames.cause) checkReserved(files, join(dir, name), 'cause.mdx');
  const app = files.sources(join(dir, 'app'));
  const read = folders.map((name) => readCause(files, framework, join(dir, name)));
  const causes = read.flatMap((cause) => cause ?? []);
  causes.sort((a, b) => a.frontmatter.order - b.frontmatter.order || (a.id < b.id ? -1 : 1));
  const invalidCauses = folders.filter((_, i) => !read[i]);
  if (folders.length === 0) {
    const message =
      'needs at least one cause: a folder beside it with cause.mdx, broken/, fixed/ and test/. Add one.';
    files.report(file, message);
  }
  const path = join(dir, 'ci.yml');
  const text = files.shownText(path);
  const ci = text === undefined ? frameworkCi : { path, text };
  if (ci.text === undefined && !files.isReported(path))
    files.report(path, "File is missing, and the framework's folder has none either. Add it.");
  if (!mdx || ci.text === undefined || causes.length === 0) return undefined;
  return {
    id: `${framework.id}/${basename(dir)}`,
    framework,
    dir,
    app,
    ci: { path: ci.path, text: ci.text },
    causes,
    invalidCauses,
    ...mdx,
  };
}

/** Reports a guide or a cause whose folder has a name that means something else. */
function checkReserved(files: ContentFiles, dir: string, mark: string): void {
  if (!files.entries(dir).some(({ name }) => name === mark)) return;
  files.report(dir, `holds ${mark}, and "${basename(dir)}" can be no name of its own. Rename the folder.`);
}

function readCause(files: ContentFiles, framework: Framework, dir: string): Cause | undefined {
  files.checkName(dir, slug);
  // Also of a framework whose yaml cannot be read: the folders' names stand in then.
  const environments = framework.environments.map(({ id }) => id);
  const ofEnvironments = sides.flatMap((side) => environments.map((id) => `${side}@${id}`));
  const places = { files: ['cause.mdx'], folders: [...causeLayers, 'recorded', ...ofEnvironments] };
  files.checkNames(dir, places, "a cause's folder");
  const mdx = files.mdx(causeSchema, join(dir, 'cause.mdx'), causeHeadings);
  const layers = Object.fromEntries(
    causeLayers.map((layer) => [layer, files.sources(join(dir, layer))]),
  ) as Record<CauseLayer, SourceFile[]>;
  const environmentLayers = Object.fromEntries(
    sides.map((side) => [side, readEnvironmentLayers(files, dir, side, environments)]),
  ) as Record<Side, Record<string, SourceFile[]>>;
  const recorded = readRecorded(files, framework, join(dir, 'recorded'));
  return mdx && { id: basename(dir), dir, layers, environmentLayers, recorded, ...mdx };
}

function readEnvironmentLayers(
  files: ContentFiles,
  dir: string,
  side: Side,
  environments: string[],
): Record<string, SourceFile[]> {
  const read = environments.map((id) => [id, files.sources(join(dir, `${side}@${id}`))] as const);
  return Object.fromEntries(read.filter(([, sources]) => sources.length > 0));
}

/** Reads what proofs of a cause wrote, by the framework's environments. */
export function readRecorded(files: ContentFiles, framework: Framework, dir: string): Recorded[] {
  const places = framework.settings.environments.map(({ id }) => id);
  files.checkNames(dir, { files: [], folders: 'any' }, 'recorded/');
  for (const name of files.folders(dir)) {
    if (framework.settings === unreadableFramework || places.includes(name)) continue;
    const message = `is not among the framework's environments (${places.join(', ')}). Remove or rename the folder.`;
    files.report(join(dir, name), message);
  }
  return places.map((environment) => {
    const folder = join(dir, environment);
    let trace: string | undefined;
    let proof: Proof | undefined;
    const clean = files.isClean(() => {
      files.checkNames(folder, { files: ['trace.txt', 'proof.json'] }, 'a record');
      trace = files.recordedText(join(folder, 'trace.txt'));
      proof = files.json(proofSchema, join(folder, 'proof.json'));
    });
    return {
      environment,
      dir: folder,
      ...(!clean && { invalid: true as const }),
      ...(trace !== undefined && { trace }),
      ...(proof && { proof }),
    };
  });
}
