import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withFileLock } from '../files/file-lock.ts';

/**
 * Returns the folder that holds what was installed for these inputs; installs it when there is none.
 * `current` names the folder and is written last, so a killed install is never used. Each install has a folder of its
 * own, because an orphan of a killed one may still write. What it wrote (a virtual environment's scripts) may hold its
 * path, so `current` holds it too, and an install of a cache that has moved since is made again.
 * @param name the subfolder of the cache, such as `python`
 * @param inputs all that decides what is installed: locks, versions of tools
 */
export async function installOnce(
  cache: string,
  name: string,
  inputs: unknown,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
  const home = resolve(cache, name, key);
  const current = join(home, 'current');
  const readCurrent = async () => {
    const folder = await readFile(current, 'utf8').catch(() => undefined);
    if (!folder || !(await readdir(home)).some((id) => join(home, id) === folder)) return undefined;
    // The time of the last use, for `removeUnused`.
    await utimes(current, new Date(), new Date()).catch(() => {});
    return folder;
  };
  return (
    (await readCurrent()) ??
    (await withFileLock(join(home, 'lock'), async () => {
      const installed = await readCurrent();
      if (installed) return installed;
      await removeLeftovers(home);
      const folder = join(home, randomBytes(4).toString('hex'));
      await mkdir(folder, { mode: 0o755 });
      try {
        await install(folder);
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      await writeFile(`${current}.next`, folder);
      await rename(`${current}.next`, current);
      return folder;
    }))
  );
}

/**
 * Removes installs that nothing used for so many days: those of locks that have changed since.
 * @param cache holds a folder for each name, and in it one for each install
 */
export async function removeUnused(cache: string, days: number): Promise<void> {
  const oldest = Date.now() - days * 86_400_000;
  const entries = async (folder: string) =>
    (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
  for (const home of (await Promise.all((await entries(cache)).map(entries))).flat()) {
    const used = await stat(join(home, 'current')).catch(() => undefined);
    if (used && used.mtimeMs < oldest) await rm(home, { recursive: true, force: true });
  }
}

/** Removes what killed installs left. */
async function removeLeftovers(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name !== 'lock');
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}
