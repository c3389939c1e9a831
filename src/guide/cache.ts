import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
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
    const stored = readStored(path);
    if (stored?.key === key) return { value: stored.value as never, path };
    const value = await compute();
    if (value === undefined) return undefined;
    replaceFile(path, JSON.stringify({ key, value }));
    return { value, path };
  };
}

/** Writes a file whole under another name first, and makes its folder where there is none. */
export function replaceFile(path: string, text: string): void {
  const partial = `${path}.${process.pid}-${threadId}`;
  try {
    writeFileSync(partial, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, text);
  }
  try {
    renameSync(partial, path);
  } catch {
    // Something that is no file stands there.
    rmSync(path, { recursive: true, force: true });
    renameSync(partial, path);
  }
}

/** What is in a file of the cache; undefined when it is missing or damaged. */
function readStored(path: string): Stored | undefined {
  try {
    return parseStored(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

type Stored = { key: string; value: unknown };

function parseStored(text: string): Stored | undefined {
  const stored: unknown = JSON.parse(text);
  const isStored = typeof stored === 'object' && stored !== null && 'key' in stored && 'value' in stored;
  return isStored ? (stored as Stored) : undefined;
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
export async function readCacheFile(path: string): Promise<Stored> {
  try {
    const stored = parseStored(await readFile(path, 'utf8'));
    if (stored) return stored;
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new DamagedCache(`${path} is no file of the cache. Remove it.`);
}
