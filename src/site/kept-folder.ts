import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashBytes } from '../guide/proof-inputs.ts';

type KeptFile = { path: string; content: Uint8Array };

/** What stands beside the files of a kept folder: what they were made of, and the hash of each by path. */
type Manifest = { key: string; files: Record<string, string> };

/**
 * Writes files into a folder, and keeps them for a later build. Those that were kept before go.
 * @param cacheDir where they are kept; written beside it first, so that a killed build leaves the old ones
 * @param key changes with all that the files are made of
 */
export async function keepFolder(
  cacheDir: string,
  key: string,
  files: KeptFile[],
  target: string,
): Promise<void> {
  const partial = `${cacheDir}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  const hashes: [string, string][] = [];
  for (const { path, content } of files) {
    for (const dir of [target, join(partial, 'files')]) await write(join(dir, path), content);
    hashes.push([path, hashBytes(Buffer.from(content))]);
  }
  const manifest: Manifest = { key, files: Object.fromEntries(hashes) };
  await write(join(partial, 'manifest.json'), JSON.stringify(manifest));
  await rm(cacheDir, { recursive: true, force: true });
  await rename(partial, cacheDir);
}

/**
 * Copies kept files into a folder.
 * @returns whether they are those of this key, and whole; if not, some may stand there
 */
export async function takeFolder(cacheDir: string, key: string, target: string): Promise<boolean> {
  try {
    const manifest = JSON.parse(await readFile(join(cacheDir, 'manifest.json'), 'utf8')) as Manifest;
    if (manifest.key !== key) return false;
    for (const [path, expected] of Object.entries(manifest.files)) {
      const content = await readFile(join(cacheDir, 'files', path));
      if (hashBytes(content) !== expected) return false;
      await write(join(target, path), content);
    }
    return true;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

async function write(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
