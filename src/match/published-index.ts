import type {
  GuideTitles,
  MatchFramework,
  MatchGuide,
  MatchIndex,
  PublishedBuckets,
  SignalField,
  Signals,
} from './types.ts';

/** The versions of the published files that this code reads: of whole ones, and of an index in buckets. */
const VERSION = 1;
const BUCKETS_VERSION = 2;

/** An index that cannot be used; the message says why and what to do. */
export class UnreadableIndex extends Error {
  override name = 'UnreadableIndex';
}

/** Whether a published index has its guides in buckets. */
export const isInBuckets = (document: unknown): document is PublishedBuckets =>
  isObject(document) && document['version'] === BUCKETS_VERSION && isObject(document['buckets']);

/**
 * Reads a published match index that is in one file. Fields that it does not know are skipped, so that a later index of
 * the same version can be read.
 * @throws UnreadableIndex when it is none, has another version, or is cut into buckets
 */
export function readIndex(document: unknown): MatchIndex {
  if (isInBuckets(document))
    throw new UnreadableIndex(
      "The index is cut into buckets, which only its site has. Load it by the site's address.",
    );
  const { frameworks, guides } = readVersion(document);
  if (!Array.isArray(frameworks) || !Array.isArray(guides)) throw notAnIndex();
  return {
    frameworks: readEach(frameworks, 'frameworks', readFramework),
    guides: readEach(guides, 'guides', readGuide),
  };
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

function readFramework(value: unknown): MatchFramework | undefined {
  if (!isObject(value)) return undefined;
  const { id, language, packages } = value;
  return isText(id) && isText(language) && isTexts(packages) ? { id, language, packages } : undefined;
}

function readGuide(value: unknown): MatchGuide | undefined {
  if (!isObject(value)) return undefined;
  const { id, exceptions, messages, codes, causes } = value;
  if (!isText(id) || !isTexts(exceptions) || !isTexts(messages) || !isTexts(codes) || !isObject(causes))
    return undefined;
  const read: Record<string, Signals> = {};
  for (const [cause, signals] of Object.entries(causes)) {
    if (!isObject(signals)) return undefined;
    // A field of a later index is one that this matcher has no text for.
    const known = FIELDS.filter((field) => field in signals);
    if (!known.every((field) => isTexts(signals[field]))) return undefined;
    read[cause] = Object.fromEntries(known.map((field) => [field, signals[field]]));
  }
  return { id, exceptions, messages, codes, causes: read };
}

const FIELDS: SignalField[] = ['message', 'frame', 'near'];

function readTitle(value: unknown): GuideTitles | undefined {
  if (!isObject(value) || !isText(value['id']) || !isText(value['title']) || !Array.isArray(value['causes']))
    return undefined;
  const isCause = (cause: unknown) =>
    isObject(cause) && ['id', 'title', 'short', 'sign', 'fix'].every((field) => isText(cause[field]));
  return value['causes'].every(isCause) ? (value as GuideTitles) : undefined;
}

function readEach<Item>(list: unknown, name: string, read: (value: unknown) => Item | undefined): Item[] {
  if (!Array.isArray(list)) throw malformed(name);
  return list.map((value, position) => {
    const item = read(value);
    if (item === undefined) throw malformed(`${name}[${position}]`);
    return item;
  });
}

const notAnIndex = () =>
  new UnreadableIndex("The index is not one of a site of guides. Name a site's match/index.json.");

const malformed = (place: string) =>
  new UnreadableIndex(`${place} of the index has not the form of version ${VERSION}. Build the site again.`);

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
