import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hash } from '../guide/cache.ts';

/** A file of a built site: its path, bytes, milliseconds of its last change, and the hash of what it holds. */
export type BuiltFile = [path: string, size: number, changed: number, hash: string];

/** Files that were made together, and stay as long as their key. */
export type BuiltUnit<Facts> = { key: string; files: BuiltFile[]; facts: Facts };

/** What is known of the units of a built site, by name. */
export type BuiltFiles<Facts> = {
  /**
   * Puts the files of a unit into the new site, as they stand in the last one.
   * @returns undefined when the key is another one, or a file is not as it was written
   */
  take(name: string, key: string): BuiltUnit<Facts> | undefined;
  /** Remembers a unit of the new site. */
  add(name: string, unit: BuiltUnit<Facts>): void;
  /** Writes down what the new site consists of, once it stands in its place. */
  save(): void;
};

/** Changes with the form of the file. */
const FORM = 1;

/**
 * Finds the files of the last build that the next one need not make again.
 * @param file where what is known of the built site is kept
 * @param last the folder of the built site
 * @param next the folder of the new one
 */
export function openBuiltFiles<Facts>(file: string, last: string, next: string): BuiltFiles<Facts> {
  const known = readKnown<Facts>(file, last);
  const units = new Map<string, BuiltUnit<Facts>>();
  const makeFolder = folderMaker(next);
  return {
    take(name, key) {
      const unit = known.get(name);
      if (unit?.key !== key) return undefined;
      // None is linked before all are found: what is written instead must not reach the last site through a link.
      if (!unit.files.every((built) => isAsWritten(built, last))) return undefined;
      return { ...unit, files: unit.files.map((built) => linkFile(built, last, next, makeFolder)) };
    },
    add: (name, unit) => void units.set(name, unit),
    save() {
      writeFileSync(`${file}-next`, JSON.stringify({ form: FORM, folder: last, units: [...units] }));
      renameSync(`${file}-next`, file);
    },
  };
}

/** Writes files into a new site. @param files text by path */
export function writeBuiltFiles(
  next: string,
  files: Iterable<{ path: string; text: string }>,
  makeFolder: (path: string) => void = folderMaker(next),
): BuiltFile[] {
  return Array.from(files, ({ path, text }): BuiltFile => {
    const target = join(next, path);
    const bytes = Buffer.from(text);
    makeFolder(path);
    writeFileSync(target, bytes);
    return [path, bytes.length, statSync(target).mtimeMs, hash(bytes)];
  });
}

/** Makes the folder of a file; each folder is made once. */
export function folderMaker(root: string): (path: string) => void {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(join(root, folder), { recursive: true });
    made.add(folder);
  };
}

function readKnown<Facts>(file: string, last: string): Map<string, BuiltUnit<Facts>> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as {
      form: number;
      folder: string;
      units: [string, BuiltUnit<Facts>][];
    };
    return new Map(kept.form === FORM && kept.folder === last ? kept.units : []);
  } catch {
    // Missing or damaged: everything is made.
    return new Map();
  }
}

function isAsWritten([path, size, changed, expected]: BuiltFile, last: string): boolean {
  const file = join(last, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== size) return false;
  // A copy of the site, as from a cache of CI, has other times.
  return found.mtimeMs === changed || hash(readFileSync(file)) === expected;
}

/** Has a file of the last site stand in the new one too; the last one goes soon. */
function linkFile(
  [path, size, , expected]: BuiltFile,
  last: string,
  next: string,
  makeFolder: (path: string) => void,
): BuiltFile {
  const [from, to] = [join(last, path), join(next, path)];
  makeFolder(path);
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some file systems have no links.
    copyFileSync(from, to);
  }
  return [path, size, statSync(to).mtimeMs, expected];
}
