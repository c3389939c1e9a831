import { build as buildPages } from 'astro';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { projectRoot } from './project.ts';

/**
 * Builds the site into `dist/`. It is made beside it and put in place when it is whole: when anything fails,
 * the last good `dist/` stays as it was.
 * @param root the project's folder
 * @throws ContentError when the content has problems, BuildRunning when another build of the folder is running
 * @returns how many pages the search holds
 */
export async function buildSite(root: string = projectRoot): Promise<{ pages: number }> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  const [next, last, dist] = [join(root, '.cache', 'next'), join(root, '.cache', 'last'), join(root, 'dist')];
  const unlock = await lock(join(root, '.cache', 'build.lock'));
  try {
    await rm(next, { recursive: true, force: true });
    await buildPages({ root, outDir: next, logLevel: 'warn' });
    const pages = await indexText(next);
    await rm(last, { recursive: true, force: true });
    await rename(dist, last).catch(ignoreAbsent);
    await rename(next, dist);
    return { pages };
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(last, { recursive: true, force: true });
    await unlock();
  }
}

/**
 * Two builds at once would destroy each other. The lock holds the process id of who builds; one left by a process that
 * is gone does not count.
 * @throws Error when another build is running
 */
async function lock(file: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner && isAlive(owner)) {
      throw new BuildRunning(
        `Another build of this folder is running (process ${owner}). Wait until it has ended.`,
      );
    }
    await rm(file, { force: true });
  }
}

/** Raised when the folder is being built already. */
export class BuildRunning extends Error {}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Pagefind over prose and traces; pages mark what it reads. */
async function indexText(dir: string): Promise<number> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: dir });
  const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
  await close();
  // Its ready-made interfaces; the site has its own.
  const unused = (await readdir(join(dir, 'pagefind'))).filter((name) =>
    /(-ui|-highlight)\.(js|css)$/.test(name),
  );
  await Promise.all(unused.map((name) => rm(join(dir, 'pagefind', name))));
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join(' ')}`);
  return added.page_count;
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
