import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../guide/cache.ts';
import { ignoreMissing } from '../guide/content-files.ts';

/** A file of a built site: its path, bytes, milliseconds of its last change, and the hash of what it holds. */
export type BuiltFile = [path: string, size: number, changed: number, hash: string];

/**
 * A page with the files that belong to it, or a shard of the search index: files that were made together, and stay as long as
 * their key. `facts` is what must be known of them later.
 */
export type BuiltUnit<Facts> = { key: string; files: BuiltFile[]; facts: Facts };

/** Whether a file of a site is as a build wrote it. */
export function isAsWritten([path, size, changed, expected]: BuiltFile, site: string): boolean {
  const file = join(site, path);
  const found = statOf(file);
  if (!found?.isFile() || found.size !== size) return false;
  // A copy of the site, as from a cache of CI, has other times.
  return found.mtimeMs === changed || hash(readFileSync(file)) === expected;
}

/** What stands at a path, a link as itself; undefined when nothing does. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    return ignoreMissing(error);
  }
}
