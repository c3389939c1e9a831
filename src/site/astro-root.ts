import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Places } from '../files/places.ts';

/** Astro's own folder of a site: it writes there, and not into the package. */
export function astroRoot({ cache }: Pick<Places, 'cache'>): string {
  return join(cache, 'astro');
}

/**
 * The folder whose src/ Astro builds: the package's own. Where that is in another folder of the disk's top
 * (`/usr/lib` beside `/home`), it is a copy: Astro takes the path of a component there for one below its own folder.
 */
export function sourceFolder(places: Places): string {
  const root = astroRoot(places);
  return isNear(root, places.code) ? places.code : join(root, 'source');
}

/** Paths of Windows are never mistaken. */
function isNear(one: string, other: string): boolean {
  return process.platform === 'win32' || one.split('/')[1] === other.split('/')[1];
}

/** The folder that the package's dependencies are in. */
export function modulesFolder({ code }: Pick<Places, 'code'>): string {
  const folders = createRequire(join(code, 'package.json')).resolve.paths('astro')!;
  return folders.find((folder) => existsSync(join(folder, 'astro')))!;
}

/**
 * Makes Astro's folder, from which Astro can be found: what Vite makes itself imports it from there. Where the site is not
 * in a folder above the packages, a link leads to them.
 */
export function makeAstroRoot(places: Places): void {
  const root = astroRoot(places);
  const link = join(root, 'node_modules');
  mkdirSync(root, { recursive: true });
  rmSync(link, { recursive: true, force: true });
  const source = sourceFolder(places);
  if (source !== places.code) {
    rmSync(source, { recursive: true, force: true });
    for (const name of ['src', 'package.json'])
      cpSync(join(places.code, name), join(source, name), { recursive: true, filter: isSource });
  }
  if (astroSeenFrom(root) !== astroSeenFrom(places.code))
    symlinkSync(modulesFolder(places), link, 'junction');
}

/** A tsconfig.json of the repository names one that is not in the copy. */
function isSource(path: string): boolean {
  return basename(path) !== 'tsconfig.json';
}

function astroSeenFrom(folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve('astro/package.json');
  } catch {
    return undefined;
  }
}
