import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type * as z from 'zod';
import { readJson, readYaml, splitFrontmatter, unclosedFrontmatter } from './frontmatter.ts';
import type { FolderSnapshot } from './folder-snapshot.ts';
import type { Headings } from './page-sections.ts';
import { didYouMean, type Problem } from './problems.ts';
import { control } from './schema-fields.ts';
import { readSections, type Section } from './sections.ts';

/** A file of code; `path` is relative to its folder, with `/`. */
export type SourceFile = {
  path: string;
  /** Its text, or its bytes in base64 when they are no UTF-8. */
  text: string;
  encoding?: 'base64';
};

/** Bytes above which a file is refused: guides are small, and every file stands on a page. */
const MAX_BYTES = 512 * 1024;
/** The same for text in MDX: its compiler's time grows with the square of some texts. */
const MAX_MDX_BYTES = 64 * 1024;
/** What tools leave in folders of code. */
const leftovers = /(^|\/)(\.DS_Store|__pycache__|\.pytest_cache|node_modules|target)(\/|$)/;

/**
 * Reads the files of a content folder and collects what is wrong with them.
 * It reads one file at a time, without waiting: a content of any size needs one open file.
 */
export class ContentFiles {
  readonly problems: Problem[] = [];
  readonly #root: string;
  readonly #snapshot: Pick<FolderSnapshot, 'entriesOf' | 'bytesOf'> | undefined;

  /**
   * @param dir the content folder; messages name files from its parent
   * @param snapshot what was read already of a folder in it
   */
  constructor(dir: string, snapshot?: Pick<FolderSnapshot, 'entriesOf' | 'bytesOf'>) {
    this.#root = join(dir, '..');
    this.#snapshot = snapshot;
  }

  report(path: string, message: string, line?: number, field?: string): void {
    const file = fileName(this.#root, path);
    // A folder is looked at more than once.
    if (this.problems.some((other) => other.file === file && other.message === message)) return;
    this.problems.push({ file, line, field, message });
  }

  /** Whether something is wrong with a file that is there. */
  isReported(path: string): boolean {
    const file = fileName(this.#root, path);
    return this.problems.some((problem) => problem.file === file);
  }

  /** Runs a step, and says whether it found nothing wrong. */
  isClean(step: () => void): boolean {
    const before = this.problems.length;
    step();
    return this.problems.length === before;
  }

  /**
   * The entries of a folder by name; none when it is missing.
   * Symbolic links are reported and left out: what they lead to is not part of the content.
   */
  entries(dir: string): Dirent[] {
    try {
      const known = this.#snapshot?.entriesOf(dir);
      if (known) return known;
      return readdirSync(dir, { withFileTypes: true })
        .filter((entry) => {
          if (entry.isSymbolicLink())
            this.report(join(dir, entry.name), 'is a symbolic link. Put a copy of the file in its place.');
          return entry.isFile() || entry.isDirectory();
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      return ignoreMissing(error) ?? [];
    }
  }

  /** The names of the folders in a folder, but hidden ones and those that stand where a file belongs. */
  folders(dir: string, except: readonly string[] = []): string[] {
    return this.entries(dir)
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !except.includes(entry.name))
      .map(({ name }) => name);
  }

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

  /**
   * The text of a file, or undefined when it is missing, which is no problem here.
   * Editors may put a byte order mark before it, which is left out.
   */
  optionalText(path: string): string | undefined {
    return this.recordedText(path)?.replace(/^\uFEFF/, '');
  }

  /** A text of which a page shows every character, or undefined when it is missing. */
  shownText(path: string): string | undefined {
    const text = this.optionalText(path);
    if (text !== undefined) this.#reportControls(text.replaceAll('\r\n', '\n'), path);
    return text;
  }

  /** The text of a file that prove wrote, as it stands there. */
  recordedText(path: string): string | undefined {
    const bytes = this.#bytes(path);
    if (bytes === undefined) return undefined;
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      const isBinary = bytes.includes(0);
      this.report(
        path,
        isBinary
          ? 'holds a NUL byte, which no UTF-8 text has. Remove it, or save the file as UTF-8.'
          : 'is not UTF-8 text. Save it as UTF-8.',
      );
      return undefined;
    }
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
    const { value, problems, lineOf } = readYaml(schema, text, fileName(this.#root, path));
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
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.#root, path), yamlLine);
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
    const { value, problems, lineOf } = readYaml(schema, yaml, fileName(this.#root, path), yamlLine);
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
    const bytes = this.#bytes(join(dir, path));
    if (!bytes) return undefined;
    const text = decodeUtf8(bytes);
    // A program may have TODOs of its own; a new guide's has nothing else.
    if (text && /^\W*(?:php \W*)?TODO: .*\n?$/.test(text)) this.#reportTodo(text, join(dir, path));
    return text === undefined ? { path, text: bytes.toString('base64'), encoding: 'base64' } : { path, text };
  }

  #bytes(path: string): Buffer | undefined {
    const known = this.#snapshot?.bytesOf(path);
    if (known && known.length <= mostBytes(path)) return known;
    try {
      const stat = lstatSync(path);
      if (stat.isSymbolicLink()) {
        this.report(path, 'is a symbolic link. Put a copy of the file in its place.');
      } else if (stat.isDirectory()) {
        this.report(path, 'is a folder, and must be a file. Replace it.');
      } else if (!stat.isFile()) {
        this.report(path, 'is no ordinary file. Replace it.');
      } else if (stat.size > mostBytes(path)) {
        const [found, most] = [stat.size, mostBytes(path)].map((bytes) => `${Math.ceil(bytes / 1024)} kB`);
        this.report(path, `has ${found}, and at most ${most} are allowed. Make it smaller.`);
      } else return readFileSync(path);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') {
        this.report(path, 'cannot be read: permission denied. Change its permissions.');
        return undefined;
      }
      return ignoreMissing(error);
    }
  }

  /** What a new guide leaves to its author says TODO. */
  #reportTodo(text: string, path: string): void {
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

/** A path as messages and pages show it: relative, with `/`. */
export function fileName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** The bytes of a source file, as they stand on disk. */
export function bytesOf({ text, encoding }: SourceFile): Buffer {
  return Buffer.from(text, encoding ?? 'utf8');
}

function mostBytes(path: string): number {
  return path.endsWith('.mdx') ? MAX_MDX_BYTES : MAX_BYTES;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 become U+FFFD, and a NUL stands in no text.
  const isText = !text.includes('\0') && (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes));
  return isText ? text : undefined;
}

/** For errors of the file system: undefined for a file that is missing, any other error is thrown. */
export function ignoreMissing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
  throw error;
}
