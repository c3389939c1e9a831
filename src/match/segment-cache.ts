/** What was found in a part of a log: the fingerprints of its errors, with lines counted from the part's first. */
export type CachedErrors = { key: string; from: number; to: number }[];

const MAX_PART = 20_000;
const MAX_PARTS = 8_000;
// Numbers behind these name an error: `exit code 137`, `ERROR 1062`.
const NAMED = /(?:code|status|signal|ERROR|[Ee]rrno|exit|error)[ =:'"([#]{0,3}$/;
const LONGEST_NAME = 9;

/**
 * Remembers parts of a log that differ in nothing but numbers, so that an error that comes a thousand times is read
 * once. Holds a few megabytes at most.
 */
export class SegmentCache {
  readonly #found = new Map<number, CachedErrors>();

  /** The key of a part: a hash of 53 bits. Undefined when the part is too long to be remembered. */
  keyOf(text: string): number | undefined {
    if (text.length > MAX_PART) return undefined;
    let low = 0;
    let high = 0;
    let before = 0;
    for (let offset = 0; offset < text.length; offset++) {
      let code = text.charCodeAt(offset);
      if (isDigit(code) && !isWord(before)) {
        const end = numberEnd(text, offset);
        if (end > offset && !NAMED.test(text.slice(Math.max(0, offset - LONGEST_NAME), offset))) {
          offset = end - 1;
          code = ZERO;
        }
      }
      before = code;
      low = Math.imul(low ^ code, 0x01000193) ^ (low >>> 15);
      high = (Math.imul(high, 31) + code) | 0;
    }
    return (high >>> 0) * 2 ** 21 + (low >>> 11);
  }

  get(key: number | undefined): CachedErrors | undefined {
    return key === undefined ? undefined : this.#found.get(key);
  }

  set(key: number | undefined, found: CachedErrors): void {
    if (key === undefined) return;
    if (this.#found.size >= MAX_PARTS) this.#found.clear();
    this.#found.set(key, found);
  }
}

const ZERO = 48;
const isDigit = (code: number) => code >= ZERO && code <= 57;
const isWord = (code: number) =>
  isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

/** The end of the number that begins at an offset; the offset itself where it is the start of a word. */
function numberEnd(text: string, from: number): number {
  let end = from + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return isWord(text.charCodeAt(end)) ? from : end;
}
