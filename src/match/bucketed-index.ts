import { bucketOf } from './bucket-map.ts';
import { readBucket, sortGuides } from './published-index.ts';
import type { BucketMap, Buckets, GuideTitles, MatchGuide, MatchIndex } from './types.ts';

/**
 * An index in buckets of which only those are loaded that texts need, each with another one as a decoy. With the buckets of
 * a text's keys loaded, `match` finds for the text what it finds with the whole index.
 */
export class BucketedIndex {
  /** Another object after each loading: a compiled index is kept by its object. */
  index: MatchIndex;
  /** By id, of the guides that are loaded. */
  readonly titles = new Map<string, GuideTitles>();
  readonly #buckets: Buckets & { map: BucketMap };
  readonly #read: (path: string) => Promise<unknown>;
  readonly #loaded = new Set<number>();
  readonly #guides: Map<string, MatchGuide>;

  /** @param read gives the parsed JSON of a file by its path below the site's base */
  constructor(
    index: MatchIndex,
    buckets: Buckets & { map: BucketMap },
    read: (path: string) => Promise<unknown>,
  ) {
    this.index = index;
    this.#buckets = buckets;
    this.#read = read;
    this.#guides = new Map(index.guides.map((guide) => [guide.id, guide]));
  }

  /**
   * Loads the buckets of keys that are not loaded, and as many decoys as there are.
   * @throws UnreadableIndex, and what reading a bucket rejects with; then none of them counts as loaded
   */
  async load(keys: Iterable<string>): Promise<void> {
    const wanted = new Set<number>();
    for (const key of keys) {
      const bucket = bucketOf(key, this.#buckets.map);
      if (bucket !== undefined && !this.#loaded.has(bucket)) wanted.add(bucket);
    }
    if (wanted.size === 0) return;
    // In ascending order, which says nothing of which are wanted.
    const numbers = [...wanted, ...this.#decoys(wanted)].sort((a, b) => a - b);
    const { path } = this.#buckets;
    const files = await Promise.all(
      numbers.map((number) => this.#read(path.replace('{bucket}', String(number)))),
    );
    for (const { guides, titles } of files.map(readBucket)) {
      for (const guide of guides) this.#guides.set(guide.id, guide);
      for (const title of titles) this.titles.set(title.id, title);
    }
    for (const number of numbers) this.#loaded.add(number);
    this.index = { ...this.index, guides: sortGuides(this.#guides.values()) };
  }

  /**
   * A decoy for each wanted bucket, fewer only where the index has no more. Its neighbour, always the same one: random decoys
   * would differ each time, and what two requests have in common would be what was wanted.
   */
  #decoys(wanted: ReadonlySet<number>): number[] {
    const { count } = this.#buckets;
    const decoys = new Set<number>();
    const isFree = (number: number) =>
      number < count && !wanted.has(number) && !decoys.has(number) && !this.#loaded.has(number);
    for (const number of [...wanted].sort((a, b) => a - b)) {
      for (let distance = 0; distance < count + 1; distance++) {
        const other = distance === 0 ? number ^ 1 : (number + distance) % count;
        if (!isFree(other)) continue;
        decoys.add(other);
        break;
      }
    }
    return [...decoys];
  }
}
