import { lstat, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Watches that a folder stays below a size.
 * Counting a folder costs much and asking how full a disk is costs nothing: the folder is counted only when the disk
 * has lost a part of the limit since.
 * @param bytes how much the folder may grow
 */
export async function folderWatch(folder: string, bytes: number): Promise<() => Promise<boolean>> {
  let before = await freeBytes(folder);
  return async () => {
    const free = await freeBytes(folder);
    if (before - free < bytes / 8) return false;
    before = free;
    return (await sizeOf(folder, bytes)) > bytes;
  };
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The bytes that a folder's files take; stops counting above the limit. */
async function sizeOf(folder: string, limit: number): Promise<number> {
  let size = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (size > limit) break;
    const path = join(folder, entry.name);
    size += entry.isDirectory()
      ? await sizeOf(path, limit - size)
      : ((await lstat(path).catch(() => undefined))?.blocks ?? 0) * 512;
  }
  return size;
}
