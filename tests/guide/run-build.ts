import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a build ended with; `exit` is null when it was killed. */
export type BuildEnd = { exit: number | null; output: string };

/**
 * Runs `tracebook build` of a copy of the project.
 * @param options `cwd` is where the cache and dist/ stand, the project's folder when absent; `killAfter` milliseconds
 */
export function runBuild(
  project: string,
  options: { cwd?: string; args?: string[]; killAfter?: number } = {},
): Promise<BuildEnd> {
  const { cwd = project, args = [], killAfter } = options;
  const child = spawn(process.execPath, [join(project, 'src', 'cli.ts'), 'build', ...args], { cwd });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      clearTimeout(timer);
      resolve({ exit, output });
    });
  });
}

/** Runs a build that must succeed. @throws Error with its output */
export async function mustBuild(...run: Parameters<typeof runBuild>): Promise<BuildEnd> {
  const end = await runBuild(...run);
  if (end.exit !== 0) throw new Error(`exit ${end.exit}: ${end.output}`);
  return end;
}

/** Every file below a folder by path, in the order of paths. */
export function filesOf(dir: string): Map<string, Buffer> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => relative(dir, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
}

/** One value for all files below a folder: their paths and what they hold. */
export function hashOf(dir: string): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of filesOf(dir)) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}
