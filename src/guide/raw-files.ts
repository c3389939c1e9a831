import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { FolderSnapshot } from './folder-snapshot.ts';
import type { Problem } from './problems.ts';
import { decodeUtf8, fileName, ignoreMissing } from './source-file.ts';

/** Bytes above which a file is refused: guides are small, and every file stands on a page. */
const MAX_BYTES = 512 * 1024;
/** The same for text in MDX: its compiler's time grows with the square of some texts. */
const MAX_MDX_BYTES = 64 * 1024;
/** The same for ids.txt, which grows with the number of guides: about 250 bytes each. */
const MAX_LEDGER_BYTES = 64 * 1024 * 1024;
/**
 * Reads folders, bytes and texts of a content, and collects what is wrong with them.
 * It reads one file at a time, without waiting: a content of any size needs one open file.
 */
export class RawFiles {
  readonly problems: Problem[] = [];
  protected readonly root: string;
  readonly #ledger: string;
  readonly #snapshot: Pick<FolderSnapshot, 'entriesOf' | 'bytesOf'> | undefined;

  /**
   * @param dir the content folder; messages name files from its parent
   * @param snapshot what was read already of a folder in it
   */
  constructor(dir: string, snapshot?: Pick<FolderSnapshot, 'entriesOf' | 'bytesOf'>) {
    this.root = join(dir, '..');
    this.#ledger = join(dir, 'ids.txt');
    this.#snapshot = snapshot;
  }

  report(path: string, message: string, line?: number, field?: string): void {
    const file = fileName(this.root, path);
    // A folder is looked at more than once.
    if (this.problems.some((other) => other.file === file && other.message === message)) return;
    this.problems.push({ file, line, field, message });
  }

  /** Whether something is wrong with a file that is there. */
  isReported(path: string): boolean {
    const file = fileName(this.root, path);
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

  /**
   * The text of a file, or undefined when it is missing, which is no problem here.
   * Editors may put a byte order mark before it, which is left out.
   */
  optionalText(path: string): string | undefined {
    return this.recordedText(path)?.replace(/^\uFEFF/, '');
  }

  /** The text of a file that prove wrote, as it stands there. */
  recordedText(path: string): string | undefined {
    const bytes = this.bytes(path);
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

  /** The bytes of a file; undefined when it is missing, or when something is wrong with it, which is reported. */
  bytes(path: string): Buffer | undefined {
    const known = this.#snapshot?.bytesOf(path);
    if (known && known.length <= this.#mostBytes(path)) return known;
    try {
      const stat = lstatSync(path);
      if (stat.isSymbolicLink()) {
        this.report(path, 'is a symbolic link. Put a copy of the file in its place.');
      } else if (stat.isDirectory()) {
        this.report(path, 'is a folder, and must be a file. Replace it.');
      } else if (!stat.isFile()) {
        this.report(path, 'is no ordinary file. Replace it.');
      } else if (stat.size > this.#mostBytes(path)) {
        const [found, most] = [stat.size, this.#mostBytes(path)].map(
          (bytes) => `${Math.ceil(bytes / 1024)} kB`,
        );
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

  #mostBytes(path: string): number {
    if (path === this.#ledger) return MAX_LEDGER_BYTES;
    return path.endsWith('.mdx') ? MAX_MDX_BYTES : MAX_BYTES;
  }
}
