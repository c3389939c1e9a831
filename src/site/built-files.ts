import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathBytes } from '../files/path-bytes.ts';
import { hash } from '../guide/cache.ts';
import { isAsWritten, statOf, type BuiltFile, type BuiltUnit } from './built-unit.ts';
import { keptBytes, readKeptFile } from './kept-file.ts';
import { openSpareSite } from './spare-site.ts';

/** What the new site can have from those that were built before. */
export type BuiltFiles<Facts> = {
  /**
   * Moves or links the files of a unit into the new site, as an earlier build made them.
   * @returns undefined when the key is another one, or a file is not as it was written
   */
  reuse(name: string, key: string): BuiltUnit<Facts> | undefined;
  /** Remembers a unit that was written into the new site. */
  add(name: string, unit: BuiltUnit<Facts>): void;
  /** Removes from the new site what belongs to no unit of it any more, and writes down what it consists of. */
  finish(): void;
  /** The bytes of all files of the new site. */
  bytes(): number;
  /**
   * Takes what was written down for true, once the new site stands in its place.
   * @param spare what stands in the spare folder now: the last site, a copy of the new one, or nothing
   */
  save(spare: 'last' | 'copy' | undefined): void;
  /** Whether something is known of an earlier site. */
  isAgain: boolean;
};

/** What is known of a built site. */
export type BuiltSite<Facts> = { folder: string; units: Map<string, BuiltUnit<Facts>> };

/** Changes with the form of the file. */
const FORM = 1;

/**
 * Finds the files that the next site need not make again. The new folder may be the site before the last one, whose
 * files stay where they are; those of the last one are linked.
 * @param cacheDir where what is known of both sites is kept
 * @param last the folder of the built site
 * @param next the folder of the new one
 */
export function openBuiltFiles<Facts>(cacheDir: string, last: string, next: string): BuiltFiles<Facts> {
  const [lastFile, spareFile, nextFile] = [
    join(cacheDir, 'built.json'),
    join(cacheDir, 'spare.json'),
    join(cacheDir, 'built-next.json'),
  ] as const;
  const known = readBuiltSite<Facts>(lastFile);
  const lastUnits: BuiltSite<Facts>['units'] = known?.folder === last ? known.units : new Map();
  const spare = openSpareSite<Facts>(readBuiltSite<Facts>(spareFile)?.units ?? new Map(), next);
  const units = new Map<string, BuiltUnit<Facts>>();
  const makeFolder = folderMaker(next);
  return {
    reuse(name, key) {
      let unit = spare.reuse(name, key);
      const other = lastUnits.get(name);
      if (!unit && other?.key === key && other.files.every((built) => isAsWritten(built, last)))
        unit = { ...other, files: other.files.map((built) => linkBuilt(built, last, next, makeFolder)) };
      if (unit) units.set(name, unit);
      return unit;
    },
    add: (name, unit) => void units.set(name, unit),
    finish() {
      spare.removeOthers(units);
      rmSync(nextFile, { recursive: true, force: true });
      const text = JSON.stringify({ form: FORM, folder: last, units: [...units] });
      writeFileSync(nextFile, keptBytes(Buffer.from(text)));
    },
    bytes: () => siteBytes(next, [...units.values()]),
    save(what) {
      rmSync(spareFile, { recursive: true, force: true });
      if (known && what === 'last') renameSync(lastFile, spareFile);
      if (what === 'copy') copyFileSync(nextFile, spareFile);
      rmSync(lastFile, { recursive: true, force: true });
      renameSync(nextFile, lastFile);
    },
    isAgain: known !== undefined,
  };
}

/** Writes files into a new site. @param files what they hold, by path */
export function writeBuiltFiles(
  next: string,
  files: { path: string; content: string | Uint8Array }[],
  makeFolder: (path: string) => void = folderMaker(next),
): BuiltFile[] {
  return files.map(({ path, content }): BuiltFile => {
    const target = join(next, path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    makeFolder(path);
    return [path, bytes.length, putFile(target, () => writeNew(target, bytes)), hash(bytes)];
  });
}

/** Writes a file where there is no other. @returns when it was written, in milliseconds since 1970 */
function writeNew(target: string, bytes: Uint8Array): number {
  const file = openSync(target, 'wx');
  try {
    writeFileSync(file, bytes);
    return fstatSync(file).mtimeMs;
  } finally {
    closeSync(file);
  }
}

/** Makes the folder of a file; each folder is made once. */
export function folderMaker(root: string): (path: string) => void {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    try {
      mkdirSync(join(root, folder), { recursive: true });
    } catch (error) {
      if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      removeFileAbove(root, folder);
      mkdirSync(join(root, folder), { recursive: true });
    }
    made.add(folder);
  };
}

/** Removes a file of an earlier site that stands where a folder is to be. */
function removeFileAbove(root: string, folder: string): void {
  if (folder === '.') return;
  removeFileAbove(root, dirname(folder));
  const path = join(root, folder);
  if (statOf(path)?.isDirectory() === false) rmSync(path);
}

/** @returns undefined when nothing is known, or the file is damaged */
function readBuiltSite<Facts>(file: string): BuiltSite<Facts> | undefined {
  try {
    const kept = JSON.parse(readKeptFile(file)!.toString()) as {
      form: number;
      folder: string;
      units: [string, BuiltUnit<Facts>][];
    };
    return kept.form === FORM ? { folder: kept.folder, units: new Map(kept.units) } : undefined;
  } catch {
    return undefined;
  }
}

/** The sizes of units are known; what stands beside their folders is looked at. */
function siteBytes(site: string, units: Pick<BuiltUnit<unknown>, 'files'>[]): number {
  let sum = 0;
  const tops = new Set<string>();
  for (const { files } of units) {
    for (const [path, size] of files) {
      tops.add(path.split('/', 1)[0]!);
      sum += size;
    }
  }
  const others = readdirSync(site).filter((name) => !tops.has(name));
  return others.reduce((all, name) => all + pathBytes(join(site, name)), sum);
}

/** Links a file of the last site into the new one. */
function linkBuilt(
  [path, size, , expected]: BuiltFile,
  last: string,
  next: string,
  makeFolder: (path: string) => void,
): BuiltFile {
  const [from, to] = [join(last, path), join(next, path)];
  makeFolder(path);
  const time = putFile(to, () => {
    try {
      linkSync(from, to);
    } catch {
      // Some file systems have no links.
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
    return statSync(to).mtimeMs;
  });
  return [path, size, time, expected];
}

/** Makes a file where another may stand: to write into that one could change the last site, which it may be a link of. */
function putFile<Result>(file: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(file, { recursive: true });
    return make();
  }
}
