import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '../files/file-lock.ts';

/**
 * Returns the folder that holds what was installed for these inputs; installs it when there is none.
 * `current` names the folder and is written last, so a killed install is never used. Each install has a folder of its
 * own, because what it wrote (a virtual environment's scripts) may hold the path, and an orphan of a killed one may
 * still write.
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
  const home = join(cache, name, key);
  const current = join(home, 'current');
  const readCurrent = async () => {
    const id = await readFile(current, 'utf8').catch(() => undefined);
    return id && (await readdir(home)).includes(id) ? join(home, id) : undefined;
  };
  return (
    (await readCurrent()) ??
    (await withFileLock(join(home, 'lock'), async () => {
      const installed = await readCurrent();
      if (installed) return installed;
      await removeLeftovers(home);
      const id = randomBytes(4).toString('hex');
      const folder = join(home, id);
      await mkdir(folder, { mode: 0o755 });
      try {
        await install(folder);
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      await writeFile(`${current}.next`, id);
      await rename(`${current}.next`, current);
      return folder;
    }))
  );
}

/** Removes what killed installs left. */
async function removeLeftovers(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name !== 'lock');
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}
