import { basename, join } from 'node:path';
import type * as z from 'zod';
import { readJson, readYaml, splitFrontmatter, unclosedFrontmatter } from './frontmatter.ts';
import type { Headings } from './page-sections.ts';
import { didYouMean } from './problems.ts';
import { RawFiles } from './raw-files.ts';
import { control } from './schema-fields.ts';
import { readSections, type Section } from './sections.ts';
import { decodeUtf8, fileName, type SourceFile } from './source-file.ts';

export { bytesOf, fileName, ignoreMissing, type SourceFile } from './source-file.ts';

/** What tools leave in folders of code. */
const leftovers = /(^|\/)(\.DS_Store|__pycache__|\.pytest_cache|node_modules|target)(\/|$)/;

/** Reads the files of a content folder by what they must hold, and collects what is wrong with them. */
export class ContentFiles extends RawFiles {
  /** Reports files and folders that have no place in a folder. */
  checkNames(
    dir: string,
    known: { files: readonly string[]; folders?: readonly string[] | 'any' },
    what: string,
  ): void {
    for (const entry of this.entries(dir)) {
      if (entry.name.startsWith('.') || leftovers.test(entry.name)) continue;
      const { files, folders = [] } = known;
      // A folder in place of a file is reported where the file is read.
      if (entry.isDirectory() && files.includes(entry.name)) continue;
      const places = entry.isFile() ? files : folders;
      if (places === 'any' || places.includes(entry.name)) continue;
      if (entry.isFile() && folders !== 'any' && folders.includes(entry.name)) {
        this.report(join(dir, entry.name), 'is a file, and must be a folder. Replace it.');
        continue;
      }
      const names = [...files, ...(folders === 'any' ? ['folders'] : folders.map((name) => `${name}/`))];
      const hint = didYouMean(entry.name, [...files, ...(folders === 'any' ? [] : folders)]);
      this.report(
        join(dir, entry.name),
        `has no place in ${what}.${hint} It holds ${names.join(', ')}. Rename or move it.`,
      );
    }
  }

  /** Reports a folder whose name cannot be part of an address. */
  checkName(dir: string, schema: z.ZodType): void {
    const result = schema.safeParse(basename(dir));
    if (result.success) return;
    this.report(dir, `${result.error.issues[0]!.message}, found "${basename(dir)}". Rename the folder.`);
  }

  /** A text of which a page shows every character, or undefined when it is missing. */
  shownText(path: string): string | undefined {
    const text = this.optionalText(path);
    if (text !== undefined) this.#reportControls(text.replaceAll('\r\n', '\n'), path);
    return text;
  }

  /** The text of a file; a missing one is reported. */
  text(path: string): string | undefined {
    const text = this.optionalText(path);
    if (text === undefined && !this.isReported(path)) this.report(path, 'File is missing. Add it.');
    return text;
  }

  yaml<Facts>(schema: z.ZodType<Facts>, path: string) {
    const text = this.text(path);
    if (text === undefined) return undefined;
    this.#reportTodo(text, path);
    const { value, problems, lineOf } = readYaml(schema, text, fileName(this.root, path));
    this.problems.push(...problems);
    return value && { value, lineOf };
  }

  /** JSON that a program wrote; undefined, and no problem, when the file is missing. */
  json<Value>(schema: z.ZodType<Value>, path: string): Value | undefined {
    const text = this.recordedText(path);
    if (text === undefined) return undefined;
    const { value, problem } = readJson(schema, text);
    if (problem) this.report(path, problem);
    return value;
  }

  /** An `.mdx` file: its frontmatter by a schema, its body by headings. */
  mdx<Facts, Known extends Headings>(schema: z.ZodType<Facts>, path: string, headings: Known) {
    const text = this.text(path)?.replaceAll('\r\n', '\n');
    if (text === undefined) return undefined;
    if (unclosedFrontmatter(text)) {
      this.report(path, 'The frontmatter has no end. Put a line "---" below its last field.', 1);
      return undefined;
    }
    const { yaml, yamlLine, body, bodyLine } = splitFrontmatter(text);
    if (bodyLine === 1) {
      const message = 'has no frontmatter. Begin with a line "---", the fields, and a line "---".';
      this.report(path, message, 1);
      this.#sections(body, bodyLine, path, headings);
      return undefined;
    }
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.root, path), yamlLine);
    this.problems.push(...problems);
    this.#reportControls(text, path);
    this.#reportTodo(text, path);
    const sections = this.#sections(body, bodyLine, path, headings);
    return value && sections && { frontmatter: value, lineOf, sections };
  }

  /** An `.mdx` file whose body has any headings. */
  page<Facts>(schema: z.ZodType<Facts>, path: string) {
    const text = this.text(path)?.replaceAll('\r\n', '\n');
    if (text === undefined) return undefined;
    const { yaml, yamlLine, body, bodyLine } = splitFrontmatter(text);
    if (bodyLine === 1) {
      this.report(path, 'has no frontmatter. Begin with a line "---", the fields, and a line "---".', 1);
      return undefined;
    }
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.root, path), yamlLine);
    this.problems.push(...problems);
    this.#reportControls(text, path);
    this.#reportTodo(text, path);
    return value && { value, lineOf, body, bodyLine };
  }

  /** All files below a folder, but those that tools leave there. */
  sources(dir: string, below = ''): SourceFile[] {
    return this.entries(join(dir, below)).flatMap((entry) => {
      const path = `${below}${entry.name}`;
      if (leftovers.test(path)) return [];
      if (control.test(entry.name) || /[\n\t\\]/.test(entry.name)) {
        this.report(join(dir, path), 'has a control character or \\ in its name. Rename it.');
        return [];
      }
      if (entry.isDirectory()) return this.sources(dir, `${path}/`);
      const source = this.source(dir, path);
      return source ? [source] : [];
    });
  }

  source(dir: string, path: string): SourceFile | undefined {
    const bytes = this.bytes(join(dir, path));
    if (!bytes) return undefined;
    const text = decodeUtf8(bytes);
    // A program may have TODOs of its own; a new guide's has nothing else.
    if (text && /^\W*(?:php \W*)?TODO: .*\n?$/.test(text)) this.#reportTodo(text, join(dir, path));
    return text === undefined ? { path, text: bytes.toString('base64'), encoding: 'base64' } : { path, text };
  }

  /** What a new guide leaves to its author says TODO. */
  #reportTodo(text: string, path: string): void {
    if (!text.includes('TODO: ')) return;
    text.split('\n').forEach((line, i) => {
      const task = /\bTODO: (.*?)["'\])>]*$/.exec(line)?.[1];
      if (task) this.report(path, `is not written yet: ${task.replace(/[.?]$/, '')}. Write it.`, i + 1);
    });
  }

  #sections<Known extends Headings>(
    body: string,
    bodyLine: number,
    path: string,
    headings: Known,
  ): Record<keyof Known, Section> | undefined {
    const { sections, problems } = readSections(body, bodyLine, headings);
    for (const { message, line } of problems) this.report(path, message, line);
    return sections;
  }

  #reportControls(text: string, path: string): void {
    const found = control.exec(text);
    if (!found) return;
    const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const line = text.slice(0, found.index).split('\n').length;
    this.report(path, `has the control character U+${code}, which no page can show. Remove it.`, line);
  }
}
