import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAsWritten, statOf, type BuiltFile, type BuiltUnit } from './built-unit.ts';

/**
 * Opens the spare site: the one before the last one, of which the next one is made. What no build wrote there, and what is
 * not as it was written, is removed.
 * @param units what is known of it
 * @param folder where it stands; may be empty
 */
export function openSpareSite<Facts>(units: Map<string, BuiltUnit<Facts>>, folder: string) {
  const files = new Map([...units.values()].flatMap((unit) => unit.files.map((file) => [file[0], file])));
  const whole = new Set<string>();
  removeForeign(folder, files, foldersOf(files.keys()), (path) => whole.add(path));
  return {
    /** The unit, where all of it is there and of this key. */
    reuse(name: string, key: string): BuiltUnit<Facts> | undefined {
      const unit = units.get(name);
      return unit?.key === key && unit.files.every(([path]) => whole.has(path)) ? unit : undefined;
    },
    /** Removes the files that no unit of the new site has. */
    removeOthers(next: Map<string, BuiltUnit<Facts>>): void {
      for (const { files } of next.values()) for (const [path] of files) whole.delete(path);
      if (whole.size === 0) return;
      const inodes = new Set<number>();
      // Where case does not count, a file that was renamed in case only still stands at its old name too.
      const renamed = new Set([...whole].map(foldCase));
      for (const { files } of next.values())
        for (const [path] of files)
          if (renamed.has(foldCase(path))) inodes.add(lstatSync(join(folder, path)).ino);
      for (const path of whole) {
        const found = statOf(join(folder, path));
        if (!found?.isFile() || inodes.has(found.ino)) continue;
        rmSync(join(folder, path));
        removeEmpty(folder, dirname(path));
      }
    },
  };
}

/** Removes all below a folder but the files that are as they were written. */
function removeForeign(
  folder: string,
  files: Map<string, BuiltFile>,
  folders: Set<string>,
  onWhole: (path: string) => void,
  below = '',
): void {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name;
    const file = files.get(path);
    if (entry.isDirectory() && folders.has(path)) removeForeign(folder, files, folders, onWhole, `${path}/`);
    else if (entry.isFile() && file && isAsWritten(file, folder)) onWhole(path);
    else rmSync(join(folder, path), { recursive: true, force: true });
  }
}

const foldCase = (path: string) => path.normalize('NFC').toLowerCase();

/** All folders that files are in, at any depth. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const path of paths)
    for (let folder = dirname(path); folder !== '.' && !found.has(folder); folder = dirname(folder))
      found.add(folder);
  return found;
}

function removeEmpty(root: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(root, folder));
  } catch {
    // Another file is in it, or it has gone with one before.
    return;
  }
  removeEmpty(root, dirname(folder));
}
