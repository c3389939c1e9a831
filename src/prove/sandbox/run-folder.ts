import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { bytesOf, type SourceFile } from '../../guide/content-files.ts';
import type { FenceMode, Tools } from './types.ts';

/** The file of a run's folder that lists its mounts, where it has any. */
export const MOUNT_TABLE = 'fstab';

/** The folders of one run on this machine. */
export type RunFolder = {
  path: string;
  /** Holds the files: the command is run here. */
  app: string;
  home: string;
  tmp: string;
  /** Where services find their files, and outside of namespaces keep their data. */
  services: string;
  /** An empty tree of mount points: the root folder that the run sees. */
  root: string;
};

/**
 * Writes a run's files into a new folder, and copies of the folders that it may change.
 * @param path does not exist yet
 */
export async function makeRunFolder(
  path: string,
  files: SourceFile[],
  mounts: NonNullable<Tools['mounts']>,
  mode: FenceMode,
): Promise<RunFolder> {
  const names = ['app', 'home', 'tmp', 'services', 'root'] as const;
  const folder = {
    path,
    ...(Object.fromEntries(names.map((name) => [name, join(path, name)])) as Omit<RunFolder, 'path'>),
  };
  await mkdir(path);
  await Promise.all(names.map((name) => mkdir(folder[name])));
  await chmod(folder.tmp, 0o1777);
  for (const file of files) {
    const target = join(folder.app, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytesOf(file));
  }
  for (const [name, { from, mode: how }] of Object.entries(mounts)) {
    const target = join(path, name);
    await mkdir(dirname(target), { recursive: true });
    if (how === 'copy') await copyFolder(from, target);
    // In namespaces it is mounted there.
    else if (mode === 'none') await symlink(from, target);
    else await mkdir(target, { recursive: true });
  }
  return folder;
}

/** Copies a folder with all modes, times and links, to a path that does not exist yet. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

/** Removes a folder with all that is in it, even where its owner may not write. */
export async function removeFolder(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch {
    await makeWritable(path);
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Another session may be removing the same folder: what is missing is as good as writable. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => {});
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
