import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, type Dirent, type Stats } from 'node:fs';
import { join, sep } from 'node:path';

/** All files below a folder, each read once. */
export type FolderSnapshot = {
  /** What the folder looked like just before it was read. */
  look: FolderLook;
  /** A hash of every path and byte. */
  sum(start: string): string;
  /** The entries of a folder in it, by name; none where it has no such folder, undefined outside of it. */
  entriesOf(dir: string): Dirent[] | undefined;
  /** The bytes of a file in it; undefined for what is no file of it. */
  bytesOf(path: string): Buffer | undefined;
};

/** What the file system says of a folder and of all that is in it. */
export type FolderLook = {
  /** When it was looked at, in milliseconds since 1970. */
  at: number;
  /** Paths below the folder, a line each, folders included; its own is empty. */
  paths: string;
  /** Four numbers for each path, in their order: see `numbersOf`. */
  numbers: number[];
};

/**
 * Reads all files below a folder.
 * @returns undefined where there is a link, or what cannot be read: only a reading file by file can say something of it
 */
export function readSnapshot(dir: string): FolderSnapshot | undefined {
  const at = Date.now();
  const paths: string[] = [];
  const numbers: number[] = [];
  const entries = new Map<string, Dirent[]>();
  const bytes = new Map<string, Buffer>();
  const add = (folder: string, own: string): boolean => {
    // A folder's own numbers come first: what is added to it while it is read changes them.
    paths.push(own);
    numbers.push(...numbersOf(lstatSync(folder)));
    const found = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    entries.set(own, found);
    return found.every((entry) => {
      const path = join(folder, entry.name);
      const below = `${own}/${entry.name}`;
      if (below.includes('\n')) return false;
      if (entry.isDirectory()) return add(path, below);
      if (!entry.isFile()) return false;
      paths.push(below);
      numbers.push(...numbersOf(lstatSync(path)));
      bytes.set(below, readFileSync(path));
      return true;
    });
  };
  try {
    if (!add(dir, '')) return undefined;
  } catch {
    return undefined;
  }
  const isInside = (path: string) => path === dir || path.startsWith(`${dir}${sep}`);
  const ownPath = (path: string) => path.slice(dir.length).replaceAll(sep, '/').replace(/\/$/, '');
  return {
    look: { at, paths: paths.join('\n'), numbers },
    sum(start) {
      const sum = createHash('sha256').update(start);
      for (const own of paths) {
        const content = bytes.get(own);
        if (content) sum.update(`${own}\0${content.length}\0`).update(content);
        else sum.update(`${own}/\0`);
      }
      return sum.digest('hex');
    },
    entriesOf: (folder) => (isInside(folder) ? (entries.get(ownPath(folder)) ?? []) : undefined),
    bytesOf: (path) => (isInside(path) ? bytes.get(ownPath(path)) : undefined),
  };
}

/** Milliseconds within which a file may change twice and look the same. */
const UNSURE = 2000;

/**
 * Whether a look proves that a folder with the same numbers has the same bytes. As in git's index, it proves nothing of
 * what was changed just before.
 */
export function isProof({ at, numbers }: FolderLook): boolean {
  for (let i = 0; i < numbers.length; i += 4)
    if (numbers[i + 1]! > at - UNSURE || numbers[i + 2]! > at - UNSURE) return false;
  return true;
}

/** Whether a folder and all that is in it look as they did; no file is opened. */
export function looksTheSame(dir: string, { paths, numbers }: FolderLook): boolean {
  let i = 0;
  for (const own of paths.split('\n')) {
    const stats = lstatSync(`${dir}${own}`, { throwIfNoEntry: false });
    if (!stats) return false;
    if (stats.size !== numbers[i++] || stats.mtimeMs !== numbers[i++]) return false;
    if (stats.ctimeMs !== numbers[i++] || stats.ino !== numbers[i++]) return false;
  }
  return true;
}

/**
 * What changes with a file's content, and with a folder's entries. Nobody can set the time of the last change (ctime) of
 * an inode. Milliseconds have a fraction: they are exact to a quarter of a microsecond.
 */
function numbersOf({ size, mtimeMs, ctimeMs, ino }: Stats): number[] {
  return [size, mtimeMs, ctimeMs, ino];
}
