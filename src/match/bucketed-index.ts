import { bucketOf } from './bucket-map.ts';
import { addChoices, unpackBucket } from './packed-bucket.ts';
import { sortGuides } from './sort-guides.ts';
import type {
  BucketMap,
  GuideTitles,
  MatchGuide,
  MatchIndex,
  PublishedBucket,
  PublishedBuckets,
  PublishedChoices,
} from './types.ts';

/**
 * An index in buckets of which only those are loaded that texts need, each with another one as a decoy. With the buckets of
 * a text's keys loaded, `match` finds for the text what it finds with the whole index.
 */
export class BucketedIndex {
  /** Another object after each loading: a compiled index is kept by its object. */
  index: MatchIndex;
  /** By id, of the guides that are loaded; what causes are chosen by is empty before `loadChoices`. */
  readonly titles = new Map<string, GuideTitles>();
  readonly #buckets: BucketMap;
  readonly #read: (path: string) => Promise<unknown>;
  readonly #loaded = new Set<number>();
  /** Those of the loaded ones whose choices are loaded, too. */
  readonly #chosen = new Set<number>();
  readonly #guides = new Map<string, MatchGuide>();

  /** @param read gives the parsed JSON of a file by its path below the site's base */
  constructor({ frameworks, buckets }: PublishedBuckets, read: (path: string) => Promise<unknown>) {
    this.index = { frameworks, guides: [] };
    this.#buckets = buckets;
    this.#read = read;
  }

  /**
   * Loads the buckets of keys that are not loaded, and as many decoys as there are.
   * @throws TypeError when one is no bucket, and what reading it rejects with; then none of them counts as loaded
   */
  async load(keys: Iterable<string>): Promise<void> {
    const wanted = new Set<number>();
    for (const key of keys) {
      const bucket = bucketOf(key, this.#buckets);
      if (bucket !== undefined && !this.#loaded.has(bucket)) wanted.add(bucket);
    }
    if (wanted.size === 0) return;
    const numbers = [...wanted, ...this.#decoys(wanted)];
    const files = await this.#readEach('buckets', numbers);
    for (const { guide, titles } of (files as PublishedBucket[]).flatMap(unpackBucket)) {
      this.#guides.set(guide.id, guide);
      if (!this.titles.has(guide.id)) this.titles.set(guide.id, titles);
    }
    for (const number of numbers) this.#loaded.add(number);
    this.index = { ...this.index, guides: sortGuides(this.#guides.values()) };
  }

  /**
   * Loads what causes are chosen by, of all buckets that are loaded: a text asks for it by no other numbers than before.
   * @throws TypeError when a file is another one, and what reading it rejects with; then it can be loaded again
   */
  async loadChoices(): Promise<void> {
    const numbers = [...this.#loaded].filter((number) => !this.#chosen.has(number));
    for (const file of await this.#readEach('choices', numbers))
      addChoices(file as PublishedChoices, this.titles);
    for (const number of numbers) this.#chosen.add(number);
  }

  /** Asks in ascending order, which says nothing of which numbers are wanted. */
  #readEach(folder: string, numbers: number[]): Promise<unknown[]> {
    const ascending = numbers.toSorted((a, b) => a - b);
    return Promise.all(ascending.map((number) => this.#read(`match/${folder}/${number}.json`)));
  }

  /**
   * A decoy for each wanted bucket, fewer only where the index has no more. Its neighbour, always the same one: random decoys
   * would differ each time, and what two requests have in common would be what was wanted.
   */
  #decoys(wanted: ReadonlySet<number>): number[] {
    const count = this.#buckets.sizes.length;
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
