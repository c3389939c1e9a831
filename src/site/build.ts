import { build as buildPages } from 'astro';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the site into `dist/`. It is made beside it and put in place when it is whole: when anything fails,
 * the last good `dist/` stays as it was.
 * @param root the project's folder
 * @throws ContentError when the content has problems
 * @returns how many pages the search holds
 */
export async function buildSite(root: string = projectRoot): Promise<{ pages: number }> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  const [next, last, dist] = [join(root, '.cache', 'next'), join(root, '.cache', 'last'), join(root, 'dist')];
  await rm(next, { recursive: true, force: true });
  try {
    await buildPages({ root, outDir: next, logLevel: 'warn' });
    const pages = await indexText(next);
    await rm(last, { recursive: true, force: true });
    await rename(dist, last).catch(ignoreAbsent);
    await rename(next, dist);
    return { pages };
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(last, { recursive: true, force: true });
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
