import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type * as z from 'zod';
import { readYaml, splitFrontmatter } from './frontmatter.ts';
import { didYouMean, type Problem } from './problems.ts';
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
import { splitSections, type Section } from './sections.ts';

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

/** What a guide's body consists of, in page order: its headings, `lead` before the first. */
export const guideSections = {
  lead: undefined,
  trace: 'Reading the trace',
  testing: 'Testing',
  ci: 'Continuous integration',
  byHand: 'By hand',
  deploying: 'Deploying',
  questions: 'Questions',
} as const;
export type GuideSection = keyof typeof guideSections;

/** What a cause's body consists of: why it happens, and under `## Fix` why the fix works. */
export const causeSections = { why: undefined, fix: 'Fix' } as const;
export type CauseSection = keyof typeof causeSections;

const optionalSections: readonly string[] = ['testing'] satisfies GuideSection[];

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
  const [mdx, files, trace, proof] = await Promise.all([
    reader.mdx(causeSchema, join(dir, 'cause.mdx'), causeSections),
    readParts(reader, dir),
    readFile(join(dir, 'trace.txt'), 'utf8').catch(absent),
    reader.json(proofSchema, join(dir, 'proof.json')),
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
  const [broken, fixed, test] = await Promise.all(parts.map((part) => readFiles(join(dir, part))));
  const files = { broken: broken!, fixed: fixed!, test: test! };
  for (const part of parts) {
    if (files[part].length > 0) continue;
    reader.report(
      join(dir, part),
      `must be a folder with at least one file, found ${files[part].length}. Add it.`,
    );
  }
  const paths = (part: Part) => files[part].map(({ path }) => path).join(', ');
  if (broken!.length > 0 && fixed!.length > 0 && paths('broken') !== paths('fixed')) {
    reader.report(
      join(dir, 'fixed'),
      `must hold the same file names as broken/ (${paths('broken')}), found ${paths('fixed')}. Rename or add files.`,
    );
  }
  return parts.every((part) => files[part].length > 0) ? files : undefined;
}

/** Reads files and collects what is wrong with them. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #root: string;

  constructor(dir: string) {
    this.#root = join(dir, '..');
  }

  report(path: string, message: string, line?: number): void {
    this.problems.push({ file: fileName(this.#root, path), line, message });
  }

  async text(path: string): Promise<string | undefined> {
    const text = await readFile(path, 'utf8').catch(absent);
    if (text === undefined) this.report(path, 'must be there, and is not. Add the file.');
    return text;
  }

  async yaml<Facts>(schema: z.ZodType<Facts>, path: string): Promise<Facts | undefined> {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const { value, problems } = readYaml(schema, text, fileName(this.#root, path));
    this.problems.push(...problems);
    return value;
  }

  async json(schema: typeof proofSchema, path: string): Promise<Proof | undefined> {
    const text = await readFile(path, 'utf8').catch(absent);
    if (text === undefined) return undefined;
    const { value, problems } = readYaml(schema, text, fileName(this.#root, path));
    this.problems.push(
      ...problems.map((problem) => ({ ...problem, message: `${problem.message} Or prove the cause anew.` })),
    );
    return value;
  }

  async mdx<Facts, Sections extends Record<string, string | undefined>>(
    schema: z.ZodType<Facts>,
    path: string,
    headings: Sections,
  ) {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const { yaml, yamlLine, body, bodyLine } = splitFrontmatter(text.replaceAll('\r\n', '\n'));
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.#root, path), yamlLine);
    this.problems.push(...problems);
    const sections = this.#sections(body, bodyLine, path, headings);
    return value && sections && { facts: value, lineOf, sections };
  }

  #sections<Sections extends Record<string, string | undefined>>(
    body: string,
    bodyLine: number,
    path: string,
    headings: Sections,
  ): Record<keyof Sections, Section> | undefined {
    const before = this.problems.length;
    const found: Record<string, Section> = {};
    const known = Object.values(headings).filter((heading) => heading !== undefined);
    for (const section of splitSections(body, 2, bodyLine)) {
      const key = Object.keys(headings).find((name) => headings[name] === section.heading);
      if (key === undefined) {
        const hint = didYouMean(section.heading!, known) || ` Known here: ${known.join(', ')}.`;
        this.report(
          path,
          `"## ${section.heading}" is not a heading that is known here.${hint}`,
          section.line,
        );
      } else if (found[key]) {
        this.report(
          path,
          `"## ${section.heading}" stands twice, first on line ${found[key].line}. Join them.`,
          section.line,
        );
      } else found[key] = section;
    }
    for (const [key, heading] of Object.entries(headings)) {
      if (found[key]?.markdown.trim()) continue;
      if (optionalSections.includes(key)) found[key] ??= { line: 0, markdown: '', markdownLine: 0 };
      else if (heading) this.report(path, `needs text under "## ${heading}". Write it.`, found[key]?.line);
      else this.report(path, 'needs text before its first heading. Write it.', bodyLine);
    }
    return this.problems.length === before ? (found as Record<keyof Sections, Section>) : undefined;
  }
}

async function readFiles(dir: string): Promise<SourceFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
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

/** A path as messages and pages show it: relative, with `/`. */
export function fileName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
