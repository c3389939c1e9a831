import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { SourceFile } from '../../guide/content-files.ts';

/** Runs a tool of the machine and returns what it printed, or undefined when it is not there or fails. */
export async function ask(
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

/** All places where a tool stands on PATH, in its order: the first may be a shim that does not work. */
export async function allOnPath(name: string): Promise<string[]> {
  const places = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = await Promise.all(
    [...new Set(places)].map(async (folder) => {
      const path = join(folder, name);
      const there = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      return there ? [path] : [];
    }),
  );
  return found.flat();
}

/** The text of a lock file, or undefined when the framework has none of that name. */
export function lockText(lock: SourceFile[], path: string): string | undefined {
  return lock.find((file) => file.path === path)?.text.trim();
}
