import { join } from 'node:path';
import { fileName } from '../content-files.ts';
import type { Cause, Content, Guide } from '../content.ts';
import { fieldName } from '../frontmatter.ts';
import type { Problem } from '../problems.ts';

/** Collects what checks find; names files from the content folder's parent. */
export class Report {
  readonly problems: Problem[] = [];
  readonly #root: string;

  /** @param content of which only the folder is asked for */
  constructor({ dir }: Pick<Content, 'dir'>) {
    this.#root = join(dir, '..');
  }

  /** @param line of the file, 1-based */
  file(path: string, message: string, where: { line?: number; field?: string } = {}): void {
    this.problems.push({ file: fileName(this.#root, path), ...where, message });
  }

  /** A field of guide.mdx; the path leads to it, as in `['related', 0]`. */
  guide(guide: Guide, path: PropertyKey[], message: string, field = fieldName(path)): void {
    const line = path.length > 0 ? { line: guide.lineOf(path) } : {};
    this.file(join(guide.dir, 'guide.mdx'), message, { ...line, field });
  }

  /** A field of cause.mdx. */
  cause(cause: Cause, path: PropertyKey[], message: string): void {
    this.file(join(cause.dir, 'cause.mdx'), message, { line: cause.lineOf(path), field: fieldName(path) });
  }
}
