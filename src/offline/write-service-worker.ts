import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type OfflineFiles, removeServiceWorker, runServiceWorker } from './service-worker.ts';

/** Bytes, uncompressed, of guides and lists that are kept unasked; further ones are kept when they are read. */
const MOST_BYTES = 25_000_000;

/** Files that the matcher, the names and the search's own page are made of. */
const CORE =
  /^(?:_astro\/.*|(?:guides\/|exceptions\/|match\/|search\/|offline\/)?index\.html|names\.json|match\/(?:index|titles)\.json|icon\.svg|identity\.css)$/;
/** Guides, buckets, and the lists that CORE does not have. */
const MORE =
  /^(?:(?:exceptions\/page\/\d+|guides\/[^/]+(?:\/[^/]+|\/page\/\d+)?)\/index\.html|match\/(?:buckets|choices)\/\d+\.json)$/;

/**
 * Writes `sw.js` into a built site.
 * @param base path that the site stands under, with `/` at both ends
 * @param isOn whether the site works offline; else the file removes what an earlier build left in readers' browsers
 */
export async function writeServiceWorker(dist: string, base: string, isOn: boolean): Promise<void> {
  const prefix = `guides ${base} `;
  const script = isOn
    ? call(runServiceWorker, await offlineFiles(dist, base, prefix))
    : call(removeServiceWorker, prefix);
  await writeFile(join(dist, 'sw.js'), script);
}

/** A function's own text, without its types, called in the worker. */
function call(run: (...parameters: never[]) => void, data: unknown): string {
  return `(${run.toString().replace(/[ \t]+$/gm, '')})(self, ${JSON.stringify(data)});\n`;
}

async function offlineFiles(dist: string, base: string, prefix: string): Promise<OfflineFiles> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
  const version = createHash('sha256');
  for (const name of names) version.update(`${name}\0`).update(await readFile(join(dist, name)));
  const paths = (pattern: RegExp) => names.filter((name) => pattern.test(name));
  const more: string[] = [];
  let bytes = 0;
  for (const name of paths(MORE)) {
    bytes += (await stat(join(dist, name))).size;
    if (bytes <= MOST_BYTES) more.push(name);
  }
  const address = (name: string) => base + name.replace(/index\.html$/, '');
  return {
    prefix,
    version: version.digest('hex').slice(0, 16),
    core: paths(CORE).map(address),
    more: more.map(address),
    fixed: `${base}_astro/`,
    fallback: `${base}offline/`,
  };
}
