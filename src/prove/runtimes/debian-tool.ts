import type { SourceFile } from '../../guide/content-files.ts';
import { MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import { findTool, isVersion, toolOutput } from './tools.ts';

/**
 * The Debian packages that an environment lists beyond its runtime's own, one a line: libraries of a language that has no
 * registry here, such as `ruby-rails`.
 */
export function listedPackages(locks: SourceFile[]): string[] {
  const lines = (lockText(locks, 'debian-packages.txt') ?? '').split('\n').map((line) => line.trim());
  const names = lines.filter((line) => line && !line.startsWith('#'));
  const wrong = names.find((name) => !/^[a-z\d][a-z\d+.-]+$/.test(name));
  if (wrong)
    throw new Error(`debian-packages.txt: "${wrong}" is no name of a package. Write one name a line.`);
  return names;
}

/**
 * Returns the versions of the listed packages that are installed, by name.
 * @throws MissingRequirement when one is not
 */
export async function installedPackages(locks: SourceFile[]): Promise<Record<string, string>> {
  const names = listedPackages(locks);
  if (names.length === 0) return {};
  const found = await installedVersions(names);
  const missing = names.filter((name) => !found[name]);
  if (missing.length > 0) throw new MissingRequirement(`Debian's ${missing.join(', ')}`);
  return found;
}

/** Versions of Debian packages by name; those that are not installed are left out. */
export async function installedVersions(names: string[]): Promise<Record<string, string>> {
  const format = '${db:Status-Status} ${Package} ${Version}\\n';
  const found = await Promise.all(
    names.map((name) => toolOutput('dpkg-query', ['--show', '-f', format, name])),
  );
  // 2:6.1.7.10+dfsg-1~deb12u4 → 6.1.7.10
  const lines = found.map((line) => /^installed (\S+) (?:\d+:)?([\d.]*\d)?/m.exec(line ?? ''));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1]!, match[2] ?? 'unknown']] : [])));
}

export type Tool = { path: string; version: string };

/**
 * Finds a tool of a version.
 * @param names under which it may stand on PATH, the best first
 * @param wanted a major or a longer version; any when absent
 * @param pattern finds the version in what `--version` prints
 * @throws MissingRequirement
 */
export async function findVersion(
  title: string,
  names: string[],
  wanted: string | undefined,
  pattern = /(\d+(?:\.\d+)+)/,
): Promise<Tool> {
  const others = new Set<string>();
  for (const path of (await Promise.all(names.map(findTool))).flat()) {
    const version = pattern.exec((await toolOutput(path, ['--version'])) ?? '')?.[1];
    if (!version) continue;
    if (!wanted || isVersion(version, wanted)) return { path, version };
    others.add(version);
  }
  const found = others.size > 0 ? ` (only ${[...others].join(', ')})` : '';
  throw new MissingRequirement(`no ${[title, wanted].filter(Boolean).join(' ')} was found on PATH${found}`);
}
