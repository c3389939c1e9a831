import { hashKey } from './key-hash.ts';

/*
 * A ribbon filter (Dillinger and Walzer, 2021): each check of a key is an equation over 64 neighbouring digits, whose sum
 * (XOR) is a digit of the key's own. All equations of the keys in the filter hold, and one in 16 of any other key. A digit
 * has four bits, and they are written in base64url without padding, which compressing makes no larger.
 */

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Digits that an equation is over. */
const WIDTH = 64;

/**
 * Checks of a key by its kind: 1 unknown key of 16 passes each. A text has many words and numbers, and few guides such keys.
 */
const CHECKS: Record<string, number> = { c: 2, w: 3 };

/** Which of the 64 digits from `start` on are added: the bits of `low`, then those of `high`. */
type Equation = { start: number; low: number; high: number; digit: number };

/** Whether a filter was made with a key, or with another one that looks the same. */
export function isInFilter(key: string, filter: string): boolean {
  return equationsOf(key, filter.length * 1.5).every(({ start, low, high, digit }) => {
    let sum = digit;
    for (let i = 0; i < WIDTH; i++) if (((i < 32 ? low : high) >>> i) & 1) sum ^= digitAt(filter, start + i);
    return sum === 0;
  });
}

const digitAt = (filter: string, index: number) => {
  const bit = index * 4;
  const at = Math.floor(bit / 6);
  // Beyond the end there is no character, whose place is 0.
  const [first, second] = [at, at + 1].map((i) => BASE64.indexOf(filter.charAt(i))) as [number, number];
  return (((first << 6) | second) >> (8 - (bit % 6))) & 15;
};

/** Makes the filter of keys: about 4.2 bits for each check. */
export function createFilter(keys: ReadonlySet<string>): string {
  const checks = [...keys].reduce((sum, key) => sum + checksOf(key), 0);
  for (let size = Math.ceil(checks * 1.03) + WIDTH; ; size += Math.ceil(size / 200)) {
    // Three digits are two characters.
    size += (3 - (size % 3)) % 3;
    const digits = solve(
      [...keys].flatMap((key) => equationsOf(key, size)),
      size,
    );
    if (digits) return encode(digits);
  }
}

function encode(digits: number[]): string {
  let text = '';
  for (let i = 0; i < digits.length; i += 3) {
    const [a, b, c] = digits.slice(i, i + 3) as [number, number, number];
    text += BASE64.charAt((a << 2) | (b >> 2)) + BASE64.charAt(((b & 3) << 4) | c);
  }
  return text;
}

const checksOf = (key: string) => CHECKS[key[0] as string] ?? 1;

function equationsOf(key: string, size: number): Equation[] {
  return Array.from({ length: checksOf(key) }, (_, i) => {
    const low = hashKey(`${key}#${i}`);
    const start = hashKey(`${key}##${i}`) % (size - WIDTH + 1);
    return { start, low: low | 1, high: hashKey(`${key}###${i}`), digit: low >>> 28 };
  });
}

/** The digits with which all equations hold, by Gaussian elimination; undefined when there are none. */
function solve(equations: Equation[], size: number): number[] | undefined {
  /** By the first digit that they are over, which is the only equation that begins with it. */
  const bits: bigint[] = Array.from({ length: size }, () => 0n);
  const digits: number[] = Array.from({ length: size }, () => 0);
  for (let { start, low, high, digit } of equations) {
    let own = (BigInt(high) << 32n) | BigInt(low >>> 0);
    while (own !== 0n && bits[start] !== 0n) {
      own ^= bits[start] as bigint;
      digit ^= digits[start] as number;
      for (; own !== 0n && (own & 1n) === 0n; own >>= 1n) start++;
    }
    if (own === 0n && digit !== 0) return undefined;
    if (own === 0n) continue;
    bits[start] = own;
    digits[start] = digit;
  }
  for (let start = size - 1; start >= 0; start--)
    for (let rest = (bits[start] as bigint) >> 1n, i = start + 1; rest !== 0n; rest >>= 1n, i++)
      if (rest & 1n) digits[start] = (digits[start] as number) ^ (digits[i] as number);
  return digits;
}
