import { createHash } from 'node:crypto';
import { bytesOf, type SourceFile } from './content-files.ts';
import type { Cause, Environment, Guide } from './content.ts';
import { composeRun, type RunSettings } from './layers.ts';

/** The name of what is no file among the inputs. */
export const SETTINGS = 'settings';

/**
 * Hashes all that the runs of a cause depend on, each file by itself, so that a change can be named.
 * A file that is the same on both sides stands once; files that only move between layers change nothing.
 * Prose and what prove itself writes are left out: a better sentence does not make a proof out of date.
 * @returns `sha256-…` by path: `tasks.py`, `broken/tasks.py`, `fixed/tasks.py`, `test/test_tasks.py`, `settings`
 */
export function proofInputs(
  guide: Guide,
  cause: Cause,
  environment: Environment,
  settings: RunSettings,
): Record<string, string> {
  const sides = (['broken', 'fixed'] as const).map((side) => ({
    side,
    files: new Map(composeRun(guide, cause, environment, side).map((file) => [file.path, hashFile(file)])),
  }));
  const [broken, fixed] = [sides[0]!.files, sides[1]!.files];
  const inputs: [string, string][] = [];
  for (const { side, files } of sides) {
    for (const [path, hash] of files) {
      const shared = broken.get(path) === fixed.get(path);
      if (!shared) inputs.push([`${side}/${path}`, hash]);
      else if (side === 'broken') inputs.push([path, hash]);
    }
  }
  for (const file of cause.layers.test) inputs.push([`test/${file.path}`, hashFile(file)]);
  const { seconds, megabytes } = cause.frontmatter.limits;
  const { runtime, dropLines } = guide.framework.settings;
  const { commands, services } = settings;
  const rest = { commands, services, runtime, dropLines, limits: [seconds, megabytes ?? null] };
  inputs.push([SETTINGS, hashBytes(JSON.stringify(rest))]);
  return Object.fromEntries(inputs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What differs between the inputs of a record and those of today, in words.
 * @returns one phrase each: `broken/tasks.py changed`, `fixed/a.py is new`, `test/b.py is gone`; none when equal
 */
export function changedInputs(recorded: Record<string, string>, today: Record<string, string>): string[] {
  const paths = [...new Set([...Object.keys(recorded), ...Object.keys(today)])].sort();
  return paths.flatMap((path) => {
    if (recorded[path] === today[path]) return [];
    const name = path === SETTINGS ? 'commands, services, runtime or limits' : path;
    if (recorded[path] === undefined) return [`${name} is new`];
    return [today[path] === undefined ? `${name} is gone` : `${name} changed`];
  });
}

/** By file: one of an environment or of the program is an input of many runs. */
const hashes = new WeakMap<SourceFile, string>();

function hashFile(file: SourceFile): string {
  const known = hashes.get(file) ?? hashBytes(bytesOf(file));
  hashes.set(file, known);
  return known;
}

/** `sha256-` and the hash of bytes in hexadecimal digits. */
export function hashBytes(bytes: Buffer | string): string {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
}
