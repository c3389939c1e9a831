import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';

/** Returns the trimmed text of a lock file, or undefined when there is none of that name. */
export function lockText(locks: SourceFile[], path: string): string | undefined {
  return locks.find((file) => file.path === path)?.text.trim();
}

/**
 * Returns the text of a lock file that a runtime cannot do without.
 * @throws Error that names the file and what it holds
 */
export function requireLock(locks: SourceFile[], path: string, what: string): string {
  const text = lockText(locks, path);
  if (text) return text;
  throw new Error(`${path}: File is missing or empty. Add it to the environment: ${what}.`);
}

/** Writes lock files into a folder, where a package tool reads them. */
export async function writeLocks(locks: SourceFile[], folder: string): Promise<void> {
  for (const { path, text } of locks) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
