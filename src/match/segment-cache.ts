/** What was found in a part of a log: the fingerprints of its errors, with lines counted from the part's first. */
export type CachedErrors = { key: string; from: number; to: number }[];

const MAX_PART = 20_000;
const MAX_TOTAL = 4_000_000;
// Numbers that name no error: `exit code 137` and `ERROR 1062` do.
const NUMBER = /\b\d+\b(?<!(?:code|status|signal|ERROR|[Ee]rrno|exit|error)[ =:'"([#]{0,3}\d+)/g;

/**
 * Remembers parts of a log that differ in nothing but numbers, so that an error that comes a thousand times is read
 * once. Holds a few megabytes at most.
 */
export class SegmentCache {
  readonly #found = new Map<string, CachedErrors>();
  #size = 0;

  /** The key of a part; undefined when it is too long to be remembered. */
  keyOf(text: string): string | undefined {
    return text.length > MAX_PART ? undefined : text.replace(NUMBER, '0');
  }

  get(key: string | undefined): CachedErrors | undefined {
    return key === undefined ? undefined : this.#found.get(key);
  }

  set(key: string | undefined, found: CachedErrors): void {
    if (key === undefined) return;
    if (this.#size + key.length > MAX_TOTAL) {
      this.#found.clear();
      this.#size = 0;
    }
    this.#found.set(key, found);
    this.#size += key.length;
  }
}
