import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorChain } from '../files/error-chain.ts';

/** A value that the cache holds, and the file that holds it. */
export type CacheEntry<Value> = { value: Value; path: string };
/** Returns the value for these inputs, or computes and stores it; undefined is not stored. */
export type Cache = <Value>(
  inputs: string,
  compute: () => Promise<Value | undefined>,
) => Promise<CacheEntry<Value> | undefined>;

/** A short name for a text or bytes: equal ones have equal names. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 40);
}

/**
 * A cache on disk: one JSON file a key. Files are written whole under another name first, so none is half-written.
 * @param version changes when the same inputs would give another result
 */
export function diskCache(dir: string, version: string): Cache {
  return async (inputs, compute) => {
    const key = hash(version + inputs);
    const path = join(dir, key.slice(0, 2), `${key.slice(2)}.json`);
    const stored = await readCacheFile(path).catch(() => undefined);
    if (stored?.key === key) return { value: stored.value as never, path };
    const value = await compute();
    if (value === undefined) return undefined;
    const partial = `${path}.${process.pid}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, JSON.stringify({ key, value }));
    await rename(partial, path).catch(async () => {
      // Something that is no file stands there.
      await rm(path, { recursive: true, force: true });
      await rename(partial, path);
    });
    return { value, path };
  };
}

/** Raised when a file of the cache is missing or damaged. */
export class DamagedCache extends Error {
  // The class is another one in a worker thread, and in what Astro bundles.
  override readonly name = 'DamagedCache';
}

/** Whether an error, or what caused it, is a DamagedCache. */
export function isDamagedCache(error: unknown): boolean {
  return errorChain(error).some(({ name }) => name === 'DamagedCache');
}

/**
 * Reads a file of the cache.
 * @throws DamagedCache
 */
export async function readCacheFile(path: string): Promise<{ key: string; value: unknown }> {
  try {
    const stored: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof stored === 'object' && stored !== null && 'key' in stored && 'value' in stored)
      return stored as { key: string; value: unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new DamagedCache(`${path} is no file of the cache. Remove it.`);
}
