import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Finds a server's program, which Debian keeps out of an ordinary user's PATH. */
export async function findProgram(name: string): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  for (const folder of folders.filter(Boolean)) {
    const path = join(folder, name);
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

/**
 * Finds a server and its version.
 * @param pattern its first group is the version in what `--version` prints
 */
export async function findServer(
  name: string,
  pattern: RegExp,
  wanted: string | undefined,
): Promise<{ path: string; version: string } | { missing: string }> {
  const path = await findProgram(name);
  if (!path) return { missing: `no ${name} was found on PATH` };
  const output = await promisify(execFile)(path, ['--version'], { timeout: 20_000 }).catch(() => undefined);
  const version = pattern.exec(output?.stdout ?? '')?.[1];
  if (!version) return { missing: `${path} does not run` };
  return fits(version, wanted)
    ? { path, version }
    : { missing: `${name} ${wanted} was not found, only ${version}` };
}

/** Whether a version begins with the wanted numbers: 7.0.15 fits 7 and 7.0. */
export function fits(version: string, wanted: string | undefined): boolean {
  return wanted === undefined || `${version}.`.startsWith(`${wanted}.`);
}
