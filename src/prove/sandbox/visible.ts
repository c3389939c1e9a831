import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isInside } from './mount-table.ts';
import type { Tools } from './types.ts';

/** Folders of every machine that hold its programs; a run sees them. It sees no others but those of its tools. */
const SYSTEM = [
  'bin',
  'etc',
  'gnu',
  'lib',
  'lib32',
  'lib64',
  'libx32',
  'nix',
  'opt',
  'sbin',
  'sys',
  'usr',
  'var',
];

/** The system's folders, and the links among them: `/bin` → `usr/bin`. */
export function systemFolders(): { folders: string[]; links: [path: string, target: string][] } {
  const found = SYSTEM.map((name) => `/${name}`).filter((path) => exists(path));
  const isLink = (path: string) => lstatSync(path).isSymbolicLink();
  return {
    folders: found.filter((path) => !isLink(path)),
    links: found.filter(isLink).map((path) => [path, readlinkSync(path)]),
  };
}

/**
 * The folders outside the system's that tools need: what their variables and paths name, for a `bin` the folder around
 * it, and what the links in it lead to.
 */
export function toolFolders(tools: Tools, more: string[]): string[] {
  const named = [
    ...Object.values(tools.environment).flatMap((value) => value.split(':')),
    ...tools.paths.map(([path]) => path),
    ...Object.values(tools.mounts ?? {}).flatMap(({ from, mode }) => (mode === 'link' ? [from] : [])),
    ...more,
  ];
  const folders = new Set<string>();
  for (const path of named) {
    if (!path.startsWith('/') || !exists(path)) continue;
    add(path);
    // Links of the system's own programs lead to the system.
    if (basename(path) === 'bin' && (isHidden(path) || isInside(path, '/usr/local'))) {
      linkTargets(path).forEach(add);
    }
  }
  return [...folders].filter(
    (path) => ![...folders].some((other) => other !== path && isInside(path, other)),
  );

  function add(path: string) {
    for (const folder of new Set([prefixOf(path), prefixOf(realpathSync(path))])) {
      if (isHidden(folder)) folders.add(folder);
    }
  }
}

/** `/opt/tool/bin` and `/opt/tool/bin/run` → `/opt/tool`, where the libraries are; never a whole home. */
function prefixOf(path: string): string {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const around = dirname(folder);
  const isWhole = basename(folder) === 'bin' && around !== '/' && around !== homedir();
  return isWhole ? around : folder;
}

function linkTargets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map(({ name }) => join(folder, name))
    .filter(exists)
    .map((path) => realpathSync(path));
}

function isHidden(path: string): boolean {
  const isSystem = ['proc', 'dev', ...SYSTEM].some((name) => isInside(path, `/${name}`));
  // A run has a /var/tmp of its own.
  return path !== '/' && (!isSystem || isInside(path, '/var/tmp'));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
