import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What is kept, and the file that holds it. */
export type Kept<Value> = { value: Value; path: string };
/** Gives what is kept for these inputs, or makes and keeps it; nothing is kept of an undefined result. */
export type Cached = <Value>(
  inputs: string,
  make: () => Promise<Value | undefined>,
) => Promise<Kept<Value> | undefined>;

/** A short name for a text: equal texts have equal names. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/**
 * A cache on disk: one JSON file a key. Files are written whole under another name first, so none is half-written.
 * @param version changes when the same inputs would give another result
 */
export function diskCache(dir: string, version: string): Cached {
  return async (inputs, make) => {
    const key = hash(version + inputs);
    const path = join(dir, key.slice(0, 2), `${key.slice(2)}.json`);
    // A file that cannot be read, whole or at all, is made anew.
    const kept = await readFile(path, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined);
    if (kept !== undefined) return { value: kept, path };
    const value = await make();
    if (value === undefined) return undefined;
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    await writeFile(partial, JSON.stringify(value));
    await rename(partial, path);
    return { value, path };
  };
}
