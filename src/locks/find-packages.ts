import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lockFormats } from './index.ts';
import type { Ecosystem, LockFormat } from './types.ts';

/** The packages of a project, and the files that name them. */
export type FoundPackages = {
  /** Names as they are compared: for PyPI in lower case with `-`. */
  packages: Map<Ecosystem, Set<string>>;
  /** Paths below the folder, with `/`. */
  files: string[];
  /** Files that are not of the form that their name says. */
  unreadable: string[];
};

/** Parts of a project have lock files of their own, at most so many folders down. */
const DEPTH = 2;
/** What tools install or make. */
const NOT_OWN = /^(?:\..*|node_modules|vendor|target|build|dist|out|venv|env|__pycache__|site-packages)$/;

/**
 * Reads every lock file of a project.
 * @throws an error with a code when the folder cannot be read
 */
export async function findPackages(folder: string): Promise<FoundPackages> {
  const found: FoundPackages = { packages: new Map(), files: [], unreadable: [] };
  for (const { path, format } of await lockFiles(folder, DEPTH)) {
    const name = relative(folder, path).replaceAll('\\', '/');
    try {
      const names = format.read(await readFile(path, 'utf8'));
      const known = found.packages.get(format.ecosystem) ?? new Set();
      found.packages.set(format.ecosystem, known);
      for (const one of names) known.add(normalise(one, format.ecosystem));
      found.files.push(name);
    } catch {
      found.unreadable.push(name);
    }
  }
  return found;
}

/** PyPI takes `Pydantic_Core` and `pydantic-core` for one name. */
export function normalise(name: string, ecosystem: Ecosystem): string {
  return ecosystem === 'pypi' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name;
}

async function lockFiles(folder: string, depth: number): Promise<{ path: string; format: LockFormat }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inner = entries.filter((entry) => entry.isDirectory() && depth > 0 && !NOT_OWN.test(entry.name));
  const own = entries.flatMap((entry) => {
    const format = entry.isFile() && lockFormats.find(({ file }) => file.test(entry.name));
    return format ? { path: join(folder, entry.name), format } : [];
  });
  const more = await Promise.all(
    inner.map(({ name }) => lockFiles(join(folder, name), depth - 1).catch(() => [])),
  );
  return [...own, ...more.flat()];
}
