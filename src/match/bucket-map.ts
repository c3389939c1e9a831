import type { BucketMap } from './types.ts';

/** Bits of the filter for each key: half of all bits are set then, and 1 of 16 unknown keys passes. */
const HASHES = 4;
/** Every word of a message is asked for as `w:`, and few guides have such a key: 1 unknown word of 4,096 passes. */
const WORD_FACTOR = 3;

/** The slot of a key, from 0 to 65,535: the upper half of its hash. */
export const slotOf = (key: string) => hashKey(key) >>> 16;

/** The number of the bucket that has the guides of a key; undefined when no guide has the key. */
export function bucketOf(key: string, { starts, filter, hashes }: BucketMap): number | undefined {
  if (!isInFilter(key, decodedFilter(filter), hashesOf(key, hashes))) return undefined;
  const slot = slotOf(key);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= slot) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Makes the map of buckets that begin at the given slots, for the keys of all guides. */
export function createBucketMap(keys: ReadonlySet<string>, starts: number[]): BucketMap {
  const all = [...keys].reduce((sum, key) => sum + hashesOf(key, HASHES), 0);
  const bytes = new Uint8Array(Math.ceil(all / Math.LN2 / 8) || 1);
  for (const key of keys)
    for (const bit of bitsOf(key, bytes.length * 8, hashesOf(key, HASHES)))
      bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
  return { starts, filter: encodeBase64(bytes), hashes: HASHES };
}

const hashesOf = (key: string, hashes: number) => (key.startsWith('w:') ? hashes * WORD_FACTOR : hashes);

const isInFilter = (key: string, bytes: Uint8Array, hashes: number) =>
  bitsOf(key, bytes.length * 8, hashes).every((bit) => ((bytes[bit >> 3] as number) >> (bit & 7)) & 1);

/** The bits of a key in a Bloom filter, by double hashing (Kirsch and Mitzenmacher). */
function bitsOf(key: string, size: number, hashes: number): number[] {
  const first = hashKey(key);
  const step = hashKey(`${key}#`) | 1;
  return Array.from({ length: hashes }, (_, i) => ((first + Math.imul(i, step)) >>> 0) % size);
}

/** FNV-1a of the UTF-16 code units, mixed by the end of MurmurHash3 so that the upper bits differ too. */
function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding: neither `atob` nor `Buffer` is everywhere. */
function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const rest = bytes.length - i;
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let digit = 0; digit <= Math.min(3, rest); digit++)
      text += DIGITS[(bits >> (18 - 6 * digit)) & 63] as string;
  }
  return text;
}

function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  for (let i = 0, byte = 0; i < text.length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(text[i] as string)) & 0xffffff;
    if (i % 4 > 0) bytes[byte++] = (bits >> (6 - 2 * (i % 4))) & 255;
  }
  return bytes;
}

let last: { filter: string; bytes: Uint8Array } | undefined;

/** The bytes of a filter, which are asked for once for each key of a text. */
function decodedFilter(filter: string): Uint8Array {
  if (last?.filter !== filter) last = { filter, bytes: decodeBase64(filter) };
  return last.bytes;
}
