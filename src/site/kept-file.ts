import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from '../guide/cache.ts';

const NEWLINE = 10;

/**
 * Reads what `writeKeptFile` wrote.
 * @returns undefined when the file is missing or holds anything else
 */
export function readKeptFile(file: string): Buffer | undefined {
  try {
    const stored = readFileSync(file);
    const end = stored.indexOf(NEWLINE);
    const bytes = stored.subarray(end + 1);
    return stored.toString('latin1', 0, end) === hash(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file for later builds, below a line with the hash of its bytes: a damaged one is not taken for whole. */
export function writeKeptFile(file: string, bytes: Uint8Array): void {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, keptBytes(bytes));
  try {
    renameSync(partial, file);
  } catch {
    // Something that is no file stands there.
    rmSync(file, { recursive: true, force: true });
    renameSync(partial, file);
  }
}

/** What `writeKeptFile` writes, for a file that has a name of its own until it is whole. */
export function keptBytes(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${hash(bytes)}\n`), bytes]);
}
