import { cpSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a copy of a folder whose files are links to those of the folder; on a file system without links, copies of them.
 * @returns whether it could be made; if not, nothing is left of it
 */
export function linkFolder(from: string, to: string): boolean {
  try {
    linkFiles(from, to);
    return true;
  } catch {
    try {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
      return true;
    } catch {
      rmSync(to, { recursive: true, force: true });
      return false;
    }
  }
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [file, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(file, copy);
    else linkSync(file, copy);
  }
}
