import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { withFileLock } from '../files/file-lock.ts';
import { ignoreMissing } from '../guide/content-files.ts';

/** A folder that is replaced as a whole, and the places beside it that this takes. */
export type ReplaceableFolder = {
  /** The folder itself; where it is a symbolic link, what that leads to. */
  path: string;
  /** Where the new one is made, on the same file system. */
  next: string;
  /** Where the old one stands for the moment between two renames. */
  last: string;
};

/** This folder cannot be replaced here; the message says why and what to do. */
export class CannotReplace extends Error {}

/**
 * Runs an action that replaces a folder, while no other process replaces it, from whatever cache. The lock's file stands
 * beside the folder and goes with the action.
 * @throws Locked, CannotReplace
 */
export async function lockFolder<Result>(folder: string, action: () => Promise<Result>): Promise<Result> {
  const path = await targetOf(folder);
  const lock = join(dirname(path), `.${basename(path)}-lock`);
  await explain(folder, async () => {
    await mkdir(dirname(path), { recursive: true });
    // A program that locks has no code for what is wrong.
    await writeFile(lock, '', { flag: 'a' });
  });
  const locked = () => action().finally(() => rm(lock, { force: true }));
  return await withFileLock(lock, locked, { wait: false });
}

/**
 * Opens a folder for being replaced: what a killed process left is put right first, so that the last good one stands in
 * its place. The new one is made: the folder before the last one where that is kept, else an empty one.
 * @param spare where the folder before the last one is kept
 * @throws CannotReplace
 */
export async function openReplaceable(folder: string, spare: string): Promise<ReplaceableFolder> {
  const path = await targetOf(folder);
  const name = basename(path);
  const place = {
    path,
    next: join(dirname(path), `.${name}-next`),
    last: join(dirname(path), `.${name}-last`),
  };
  await explain(folder, async () => {
    await mkdir(dirname(path), { recursive: true });
    if (!(await exists(path)) && (await exists(place.last))) await rename(place.last, path);
    await discard(place, spare);
    const found = await lstat(path).catch(ignoreMissing);
    if (found?.isSymbolicLink())
      throw new CannotReplace(`${folder} is a symbolic link that leads nowhere. Remove it.`);
    if (found && !found.isDirectory())
      throw new CannotReplace(`${folder} is a file, and a folder is to stand there. Move it away.`);
    if (await moveFolder(spare, place.next)) return;
    await rm(spare, { recursive: true, force: true });
    await mkdir(place.next);
  });
  return place;
}

/** @returns whether it could be moved: it was there, no link to another folder, and on the same file system */
async function moveFolder(from: string, to: string): Promise<boolean> {
  if (!(await lstat(from).catch(ignoreMissing))?.isDirectory()) return false;
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!['ENOENT', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

/**
 * Puts the new folder in the place of the old one, which is kept as the spare one. Killed between its first two renames,
 * it leaves the old one as `last`, which `openReplaceable` puts back.
 * @returns whether the old one is kept
 * @throws CannotReplace
 */
export async function replaceFolder(place: ReplaceableFolder, spare: string): Promise<boolean> {
  await explain(place.path, async () => {
    if (await exists(place.path)) await rename(place.path, place.last);
    try {
      await rename(place.next, place.path);
    } catch (error) {
      if (await exists(place.last)) await rename(place.last, place.path);
      throw error;
    }
  });
  try {
    await rm(spare, { recursive: true, force: true });
    return await moveFolder(place.last, spare);
  } catch {
    // The new one stands; only the next one takes longer to make.
    return false;
  }
}

/** What a symbolic link leads to; any other path as it is. */
async function targetOf(folder: string): Promise<string> {
  return (await realpath(folder).catch(ignoreMissing)) ?? folder;
}

/** Removes what is beside the folder; a new one that did not take its place is kept as the spare one. */
export async function discard({ next, last }: ReplaceableFolder, spare: string): Promise<void> {
  await rm(last, { recursive: true, force: true });
  if (!(await exists(next))) return;
  await rm(spare, { recursive: true, force: true });
  await moveFolder(next, spare);
  await rm(next, { recursive: true, force: true });
}

/** Says an error of the file system in a sentence. */
export async function explain<Result>(folder: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const fault = fileFault(error, folder);
    throw fault ? new CannotReplace(fault, { cause: error }) : error;
  }
}

/** A link that leads nowhere is there too. */
function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
