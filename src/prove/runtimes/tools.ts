import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { MissingRequirement } from './define.ts';
import { unreachableReason } from './unreachable.ts';

/** Returns what a tool printed, trimmed; undefined when it is not there or fails. */
export async function toolOutput(
  tool: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(tool, args, {
      env: { ...process.env, ...environment },
      timeout: 20_000,
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/**
 * Returns all places where a tool stands: Debian's own first, then in the order of PATH.
 * Debian's is what `prove --setup` installs everywhere; the first on PATH may be a version manager's stand-in.
 */
export async function findTool(name: string): Promise<string[]> {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean)];
  const found = await Promise.all(
    [...new Set(folders)].map(async (folder) => {
      const path = join(folder, name);
      return (await isExecutable(path)) ? [path] : [];
    }),
  );
  return found.flat();
}

export async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Whether `found` is the version that is wanted, or one below it: 3.11.2 is one of 3.11, 1.96.0 one of 1. */
export function isVersion(found: string, wanted: string): boolean {
  return found === wanted || found.startsWith(`${wanted}.`);
}

/** Whether `found` is `least` or newer; parts that `least` does not name may be any. */
export function isAtLeast(found: string, least: string): boolean {
  const [have, need] = [found, least].map((version) => version.split('.').map(Number));
  const at = need!.findIndex((part, i) => part !== have![i]);
  return at < 0 || have![at]! > need![at]!;
}

/**
 * Runs a package tool, which may use the network.
 * @returns what it printed to standard output
 * @throws MissingRequirement when the registry cannot be reached or the disk is full
 * @throws Error with the end of its output for every other failure
 */
export async function runInstaller(
  tool: string,
  args: string[],
  options: { cwd: string; environment?: Record<string, string>; task: string },
): Promise<string> {
  try {
    // Whoever runs the guide's code may be another user than who installs.
    const { stdout } = await promisify(execFile)(
      '/bin/sh',
      ['-c', 'umask 022; exec "$0" "$@"', tool, ...args],
      {
        cwd: options.cwd,
        env: { ...process.env, ...options.environment },
        maxBuffer: 64 * 1024 * 1024,
        timeout: 15 * 60_000,
      },
    );
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const output = `${stdout}\n${stderr}`;
    const reason = unreachableReason(output);
    if (reason) throw new MissingRequirement(`${options.task}: the registry cannot be reached (${reason})`);
    throw new Error(`${options.task}: ${tool} failed.\n${lastLines(output)}`, {
      cause: error,
    });
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-30).join('\n');
}
