import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from './problems.ts';
import { absent, fileName, Reader, type Headings } from './content-files.ts';
import {
  causeSchema,
  frameworkSchema,
  guideSchema,
  proofSchema,
  siteSchema,
  type CauseFacts,
  type FrameworkFacts,
  type GuideFacts,
  type Proof,
  type Site,
} from './schema.ts';
import type { Section } from './sections.ts';

/** Everything below a content folder, read and validated file by file; plain data. */
export type Content = { dir: string; site: Site; frameworks: Framework[]; guides: Guide[] };

export type Framework = {
  /** Folder name: `celery`. */
  id: string;
  dir: string;
  facts: FrameworkFacts;
  /** Files beside framework.yaml: the runtime's lock. */
  lock: SourceFile[];
};

export type Guide = {
  /** `framework/guide`, as in the URL: `celery/worker-lost-error`. */
  id: string;
  framework: Framework;
  dir: string;
  facts: GuideFacts;
  /** Line of guide.mdx on which a field of its frontmatter stands. */
  lineOf: (path: PropertyKey[]) => number;
  sections: Record<GuideSection, Section>;
  /** The workflow shown; runs the commands that prove ran. */
  ci: string;
  /** In their order. */
  causes: Cause[];
  /** Folders of causes that could not be read. */
  unread: string[];
};

export type Cause = {
  /** Folder name, and anchor on the guide's page: `out-of-memory`. */
  id: string;
  dir: string;
  facts: CauseFacts;
  lineOf: (path: PropertyKey[]) => number;
  sections: Record<CauseSection, Section>;
  files: Record<Part, SourceFile[]>;
  /** What broken printed; absent until it is proved. */
  trace?: string;
  proof?: Proof;
};

/** The folders of a cause. */
export const parts = ['broken', 'fixed', 'test'] as const;
export type Part = (typeof parts)[number];

/** A file of code; `path` is relative to its folder, with `/`. */
export type SourceFile = { path: string; text: string };

/** What a guide's body consists of, in page order. */
export const guideSections = {
  lead: {},
  trace: { heading: 'Reading the trace' },
  testing: { heading: 'Testing', optional: true },
  ci: { heading: 'Continuous integration' },
  byHand: { heading: 'By hand' },
  deploying: { heading: 'Deploying' },
  questions: { heading: 'Questions' },
} as const satisfies Headings;
export type GuideSection = keyof typeof guideSections;

/** What a cause's body consists of: why it happens, and under `## Fix` why the fix works. */
export const causeSections = { why: {}, fix: { heading: 'Fix' } } as const satisfies Headings;
export type CauseSection = keyof typeof causeSections;

/**
 * Reads a content folder.
 * @param dir the folder that holds site.yaml
 * @returns all that could be read, and every problem in what could not: a guide or a cause with a problem is left out
 */
export async function readContent(dir: string): Promise<{ content: Content; problems: Problem[] }> {
  const reader = new Reader(dir);
  const site = await reader.yaml(siteSchema, join(dir, 'site.yaml'));
  const read = await Promise.all(
    (await subfolders(dir)).map((name) => readFramework(reader, join(dir, name))),
  );
  const frameworks = read.flatMap(({ framework }) => framework ?? []);
  const guides = read.flatMap(({ guides }) => guides);
  const fallback: Site = { name: '', description: '', url: 'https://example.org', navigation: [] };
  return { content: { dir, site: site ?? fallback, frameworks, guides }, problems: reader.problems };
}

async function readFramework(
  reader: Reader,
  dir: string,
): Promise<{ framework?: Framework; guides: Guide[] }> {
  reader.name(dir);
  const facts = await reader.yaml(frameworkSchema, join(dir, 'framework.yaml'));
  if (!facts) return { guides: [] };
  const names = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const lockNames = names.filter((name) => name !== 'framework.yaml').sort();
  const lock = await Promise.all(
    lockNames.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })),
  );
  const framework = { id: basename(dir), dir, facts, lock };
  const guides = await Promise.all(
    (await subfolders(dir)).map((name) => readGuide(reader, framework, join(dir, name))),
  );
  return { framework, guides: guides.flatMap((guide) => guide ?? []) };
}

async function readGuide(reader: Reader, framework: Framework, dir: string): Promise<Guide | undefined> {
  reader.name(dir);
  const file = join(dir, 'guide.mdx');
  const [mdx, ci, folders] = await Promise.all([
    reader.mdx(guideSchema, file, guideSections),
    reader.text(join(dir, 'ci.yml')),
    subfolders(dir),
  ]);
  const read = await Promise.all(folders.map((name) => readCause(reader, join(dir, name))));
  const causes = read.flatMap((cause) => cause ?? []);
  causes.sort((a, b) => a.facts.order - b.facts.order || (a.id < b.id ? -1 : 1));
  const unread = folders.filter((_, i) => !read[i]);
  if (folders.length === 0) {
    reader.report(
      file,
      'needs at least one cause: a folder beside it with cause.mdx, broken/, fixed/ and test/. Add one.',
    );
  }
  if (!mdx || ci === undefined || causes.length === 0) return undefined;
  return { id: `${framework.id}/${basename(dir)}`, framework, dir, ci, causes, unread, ...mdx };
}

async function readCause(reader: Reader, dir: string): Promise<Cause | undefined> {
  reader.name(dir);
  const [mdx, files, trace, proof] = await Promise.all([
    reader.mdx(causeSchema, join(dir, 'cause.mdx'), causeSections),
    readParts(reader, dir),
    readFile(join(dir, 'trace.txt'), 'utf8').catch(absent),
    reader.proof(proofSchema, join(dir, 'proof.json')),
  ]);
  if (!mdx || !files) return undefined;
  return {
    id: basename(dir),
    dir,
    files,
    ...mdx,
    ...(trace !== undefined && { trace }),
    ...(proof && { proof }),
  };
}

async function readParts(reader: Reader, dir: string): Promise<Record<Part, SourceFile[]> | undefined> {
  const before = reader.problems.length;
  const [broken, fixed, test] = await Promise.all(parts.map((part) => readFiles(join(dir, part))));
  const files = { broken: broken!, fixed: fixed!, test: test! };
  const empty = parts.filter((part) => files[part].length === 0);
  for (const part of empty) {
    reader.report(join(dir, part), 'must be a folder with at least one file, found 0. Add it.');
  }
  const paths = (part: Part) => files[part].map(({ path }) => path).join(', ');
  if (empty.length === 0 && paths('broken') !== paths('fixed')) {
    reader.report(
      join(dir, 'fixed'),
      `must hold the same file names as broken/ (${paths('broken')}), found ${paths('fixed')}. Rename or add files.`,
    );
  }
  return reader.problems.length === before ? files : undefined;
}

/** All files below a folder, but those that tools leave there. */
async function readFiles(dir: string): Promise<SourceFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !/(^|[\\/])(\.DS_Store|__pycache__|\.pytest_cache|node_modules|target)([\\/]|$)/.test(
          path.slice(dir.length),
        ),
    );
  const files = paths.map(async (path) => ({
    path: fileName(dir, path),
    text: await readFile(path, 'utf8'),
  }));
  return (await Promise.all(files)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function subfolders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
