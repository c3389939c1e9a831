import type {
  Buckets,
  GuideTitles,
  MatchFramework,
  MatchGuide,
  MatchIndex,
  SignalField,
  Signals,
} from './types.ts';

/** The version of the published files that this code reads. */
const VERSION = 1;

/** An index that cannot be used; the message says why and what to do. */
export class UnreadableIndex extends Error {
  override name = 'UnreadableIndex';
}

/**
 * Reads a published match index that is in one file. Fields that it does not know are skipped, so that a later index of
 * the same version can be read.
 * @throws UnreadableIndex when it is none, has another version, or is cut into buckets
 */
export function readIndex(document: unknown): MatchIndex {
  const { index, buckets } = readPublishedIndex(document);
  if (buckets)
    throw new UnreadableIndex(
      `The index is cut into ${buckets.count} buckets, which only its site has. Load it by the site's address.`,
    );
  return index;
}

/**
 * Reads a published match index, and where its buckets are if it is cut into any.
 * @throws UnreadableIndex when it is none or has another version
 */
export function readPublishedIndex(document: unknown): { index: MatchIndex; buckets?: Buckets } {
  const { frameworks, guides, buckets } = readVersion(document);
  if (!Array.isArray(frameworks) || !Array.isArray(guides)) throw notAnIndex();
  const index = { frameworks: readEach(frameworks, 'frameworks', readFramework), guides: readGuides(guides) };
  if (buckets === undefined) return { index };
  if (!isBuckets(buckets)) throw malformed('buckets');
  return { index, buckets };
}

/** Reads one file of those that an index is cut into. */
export function readBucket(document: unknown): { guides: MatchGuide[]; titles: GuideTitles[] } {
  const { guides, titles } = readVersion(document);
  if (!Array.isArray(guides)) throw malformed('A bucket');
  return { guides: readGuides(guides), titles: readEach(titles, 'titles', readTitle) };
}

/** Reads `match/titles.json`: what guides and causes are called. Before there were versions it was a list. */
export function readTitles(document: unknown): GuideTitles[] {
  const titles = Array.isArray(document) ? document : readVersion(document)['guides'];
  return readEach(titles, 'guides', readTitle);
}

/** The fields of a published file; one without a version was made before there were versions. */
function readVersion(document: unknown): Record<string, unknown> {
  if (!isObject(document)) throw notAnIndex();
  const { version = VERSION } = document;
  if (version !== VERSION)
    throw new UnreadableIndex(
      `The index has version ${JSON.stringify(version)}; version ${VERSION} can be read. Update this program.`,
    );
  return document;
}

const readGuides = (list: unknown[]) => readEach(list, 'guides', readGuide);

function readFramework(value: unknown): MatchFramework | undefined {
  if (!isObject(value)) return undefined;
  const { id, language, packages } = value;
  return isText(id) && isText(language) && isTexts(packages) ? { id, language, packages } : undefined;
}

function readGuide(value: unknown): MatchGuide | undefined {
  if (!isObject(value)) return undefined;
  const { id, exceptions, messages, codes, words, causes } = value;
  if (!isText(id) || !isTexts(exceptions) || !isTexts(messages) || !isTexts(codes) || !isObject(causes))
    return undefined;
  if (words !== undefined && (!isTexts(words) || words.length !== messages.length)) return undefined;
  const read: Record<string, Signals> = {};
  for (const [cause, signals] of Object.entries(causes)) {
    if (!isObject(signals)) return undefined;
    // A field of a later index is one that this matcher has no text for.
    const known = FIELDS.filter((field) => field in signals);
    if (!known.every((field) => isTexts(signals[field]))) return undefined;
    read[cause] = Object.fromEntries(known.map((field) => [field, signals[field]]));
  }
  return { id, exceptions, messages, codes, ...(words && { words }), causes: read };
}

const FIELDS: SignalField[] = ['message', 'frame', 'near'];

function readTitle(value: unknown): GuideTitles | undefined {
  if (!isObject(value) || !isText(value['id']) || !isText(value['title']) || !Array.isArray(value['causes']))
    return undefined;
  const isCause = (cause: unknown) =>
    isObject(cause) && ['id', 'title', 'short', 'sign', 'fix'].every((field) => isText(cause[field]));
  return value['causes'].every(isCause) ? (value as GuideTitles) : undefined;
}

/** A path that leaves the site would ask another. */
function isBuckets(value: unknown): value is Buckets {
  if (!isObject(value)) return false;
  const { count, path, map } = value;
  if (!isCount(count) || !isText(path) || !BUCKET_PATH.test(path)) return false;
  return map === undefined || isBucketMap(map, count);
}

function isBucketMap(value: unknown, count: number): boolean {
  if (!isObject(value)) return false;
  const { starts, filter, hashes } = value;
  if (!Array.isArray(starts) || starts.length !== count || starts[0] !== 0) return false;
  const isAscending = starts.every(
    (slot, i) => Number.isSafeInteger(slot) && (i === 0 || slot > starts[i - 1]),
  );
  return isAscending && isText(filter) && /^[\w-]{2,}$/.test(filter) && isCount(hashes) && hashes <= 32;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

/** `match/buckets/{bucket}.json` */
const BUCKET_PATH = /^(?:[\w-]+\/)*[\w-]*\{bucket\}[\w-]*\.json$/;

function readEach<Item>(list: unknown, name: string, read: (value: unknown) => Item | undefined): Item[] {
  if (!Array.isArray(list)) throw malformed(name);
  return list.map((value, position) => {
    const item = read(value);
    if (item === undefined) throw malformed(`${name}[${position}]`);
    return item;
  });
}

/** Guides of buckets in the order of one file, by framework and guide: of guides that fit alike, the first is found first. */
export function sortGuides(guides: Iterable<MatchGuide>): MatchGuide[] {
  // A space precedes every character of a name.
  const key = ({ id }: MatchGuide) => id.replace('/', ' ');
  return [...guides].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const notAnIndex = () =>
  new UnreadableIndex("The index is not one of a site of guides. Name a site's match/index.json.");

const malformed = (place: string) =>
  new UnreadableIndex(`${place} of the index has not the form of version ${VERSION}. Build the site again.`);

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
