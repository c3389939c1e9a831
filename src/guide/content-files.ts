import { readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type * as z from 'zod';
import { readYaml, splitFrontmatter } from './frontmatter.ts';
import { didYouMean, type Problem } from './problems.ts';
import { slug } from './schema.ts';
import { splitSections, type Section } from './sections.ts';

/** The parts of an MDX body by key; the one without a heading is what stands before the first. */
export type Headings = Record<string, { heading?: string; optional?: true }>;

/** Reads files and collects what is wrong with them. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly #root: string;

  constructor(dir: string) {
    this.#root = join(dir, '..');
  }

  report(path: string, message: string, line?: number): void {
    this.problems.push({ file: fileName(this.#root, path), line, message });
  }

  /** Folder names are addresses, and permanent. */
  name(dir: string): void {
    if (slug.safeParse(basename(dir)).success) return;
    this.report(
      dir,
      `must be named by lower-case words joined by hyphens, found "${basename(dir)}". Rename the folder.`,
    );
  }

  async text(path: string): Promise<string | undefined> {
    const text = (await readFile(path, 'utf8').catch(absent))?.replace(/^\uFEFF/, '');
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

  /** What `prove` wrote; undefined, and no problem, when it is not there. */
  async proof<Proof>(schema: z.ZodType<Proof>, path: string): Promise<Proof | undefined> {
    const text = await readFile(path, 'utf8').catch(absent);
    if (text === undefined) return undefined;
    const { value, problems } = readYaml(schema, text, fileName(this.#root, path));
    this.problems.push(
      ...problems.map((problem) => ({ ...problem, message: `${problem.message} Or prove the cause anew.` })),
    );
    return value;
  }

  async mdx<Facts, Known extends Headings>(schema: z.ZodType<Facts>, path: string, headings: Known) {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const { yaml, yamlLine, body, bodyLine } = splitFrontmatter(text.replaceAll('\r\n', '\n'));
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.#root, path), yamlLine);
    this.problems.push(...problems);
    const sections = this.#sections(body, bodyLine, path, headings);
    return value && sections && { facts: value, lineOf, sections };
  }

  #sections<Known extends Headings>(
    body: string,
    bodyLine: number,
    path: string,
    headings: Known,
  ): Record<keyof Known, Section> | undefined {
    const before = this.problems.length;
    const found: Record<string, Section> = {};
    const known = Object.values(headings).flatMap(({ heading }) => heading ?? []);
    for (const section of splitSections(body, 2, bodyLine)) {
      const title = `"## ${section.heading}"`;
      const key = Object.keys(headings).find((name) => headings[name]!.heading === section.heading);
      if (key === undefined) {
        const hint = didYouMean(section.heading!, known) || ` Known here: ${known.join(', ')}.`;
        this.report(path, `${title} is not a heading that is known here.${hint}`, section.line);
      } else if (found[key]) {
        this.report(
          path,
          `${title} stands twice, first on line ${found[key].line}. Join them.`,
          section.line,
        );
      } else found[key] = section;
    }
    let above: Section | undefined;
    for (const key of Object.keys(headings)) {
      const section = found[key];
      if (section && above && section.line < above.line) {
        const message = `"## ${section.heading}" must stand after "## ${above.heading}". Move it.`;
        this.report(path, message, section.line);
      }
      above = section ?? above;
    }
    for (const [key, { heading, optional }] of Object.entries(headings)) {
      if (found[key]?.markdown.trim()) continue;
      if (optional) found[key] ??= { line: 0, markdown: '', markdownLine: 0 };
      else if (heading) this.report(path, `needs text under "## ${heading}". Write it.`, found[key]?.line);
      else this.report(path, 'needs text before its first heading. Write it.', bodyLine);
    }
    return this.problems.length === before ? (found as Record<keyof Known, Section>) : undefined;
  }
}

/** A path as messages and pages show it: relative, with `/`. */
export function fileName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** For `catch`: undefined for a file that is not there, any other error is thrown. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
