import { lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import nodePath, { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where everything stands: the package's own files, and those of the site that it makes. Absolute paths. */
export type Places = {
  /** The package's folder: src/, package.json. Nothing is written there. */
  code: string;
  /** The folder with site.yaml and the guides. */
  content: string;
  /** The folder that a build replaces. */
  out: string;
  /** What can be made again: compiled guides, pictures, toolchains of proofs. */
  cache: string;
};

/** The options of every command that reads or builds a site, as they were typed. */
export type PlaceOptions = { content?: string; out?: string };

/** The folder of this package, whether its code is in src/ or compiled in lib/. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string })
    .version;
}

/**
 * The places of a site.
 * @param options folders of the command line; `content/` and `dist/` when absent
 * @param folder the folder one is in
 */
export function sitePlaces({ content, out }: PlaceOptions = {}, folder: string = process.cwd()): Places {
  return {
    code: packageFolder,
    content: resolve(folder, content ?? 'content'),
    out: resolve(folder, out ?? 'dist'),
    cache: cacheFolder(folder),
  };
}

/**
 * `.tracebook/` where it stands; else in `node_modules/`, which tools and repositories pass over.
 * A `node_modules` that is a link is shared with other folders, and no place for what belongs to this one.
 */
function cacheFolder(folder: string): string {
  const own = join(folder, '.tracebook');
  const installed = join(folder, 'node_modules');
  const isInstalled = lstatSync(installed, { throwIfNoEntry: false })?.isDirectory();
  const isOwn = statSync(own, { throwIfNoEntry: false })?.isDirectory();
  // Toolchains know the path they were installed at.
  if (isOwn) return realpathSync(own);
  return isInstalled ? join(installed, '.cache', 'tracebook') : own;
}

/** Makes the cache's folder, which says by itself that it belongs in no repository. */
export function makeCache({ cache }: Pick<Places, 'cache'>): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, '.gitignore'), '*\n');
}

/** What is wrong when the content's folder is not there, and what to do; undefined when it is. */
export function missingContent({ content }: Pick<Places, 'content'>): string | undefined {
  const found = statSync(content, { throwIfNoEntry: false });
  if (found?.isDirectory()) return undefined;
  const name = shownFolder(content);
  return found
    ? `${name.slice(0, -1)} is a file, and must be the folder of the content. Name another one with --content.`
    : `There is no folder ${name} here. Make a site with "npx tracebook init", or name its folder with --content.`;
}

/** What is wrong with the folder that a build replaces, and what to do; undefined when it may be replaced. */
export function unfitOut({ out, content, cache, code }: Places, folder = process.cwd()): string | undefined {
  const advice = 'Name another folder with --out.';
  if ([content, cache, code, folder].some((part) => isInFolder(out, part)))
    return `${shownFolder(out, folder)} cannot be replaced by the site: what it is made of is in it. ${advice}`;
  const own = [content, cache, join(code, 'src'), join(code, 'lib')];
  const around = own.find((part) => isInFolder(part, out));
  return (
    around &&
    `${shownFolder(out, folder)} cannot be the site: it is in ${shownFolder(around, folder)}. ${advice}`
  );
}

/** A folder as people type it: `dist/`, `../site/dist/`, or its whole path where that is shorter. */
export function shownFolder(path: string, folder = process.cwd(), paths: Paths = nodePath): string {
  const near = paths.relative(folder, path);
  const shown = near !== '' && near.length < path.length ? near : path;
  return `${shown.replaceAll(paths.sep, '/')}/`;
}

/** Whether a path is a folder or lies in it. */
export function isInFolder(folder: string, path: string, paths: Paths = nodePath): boolean {
  const near = paths.relative(folder, path);
  // On another drive of Windows the way is absolute.
  return near !== '..' && !near.startsWith(`..${paths.sep}`) && !paths.isAbsolute(near);
}

/** Windows' paths can be tried on any system. */
type Paths = Pick<typeof nodePath, 'relative' | 'sep' | 'isAbsolute'>;
