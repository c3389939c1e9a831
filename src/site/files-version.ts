import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Changes with the files of these names below a folder, and with Node's version. */
export function filesVersion(root: string, names: string[]): string {
  const sum = createHash('sha256');
  for (const path of names.flatMap((name) => filesBelow(root, name)))
    sum
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return sum.update(process.version).digest('hex').slice(0, 40);
}

/** The paths of a file, or of all files below a folder; none when it is missing. */
function filesBelow(root: string, name: string): string[] {
  try {
    const entries = readdirSync(join(root, name), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [name];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
