/** All that the matcher knows of the guides; made once at build time, sent to the browser as JSON. */
export type MatchIndex = {
  frameworks: MatchFramework[];
  guides: MatchGuide[];
};

/** The match index as a site publishes it, `match/index.json`. Readers skip fields that they do not know. */
export type PublishedIndex = MatchIndex & {
  /** Address of its JSON Schema: the site's base and `match/index.schema.json`. */
  $schema?: string;
  /** Grows when a field changes its meaning or goes. */
  version: 1;
  /** Present when the guides are too many for one file: these are in the buckets, and none is in `guides`. */
  buckets?: Buckets;
};

/** The files that an index is cut into; each guide is in every bucket that one of its keys leads to. */
export type Buckets = {
  /** How many there are. */
  count: number;
  /** Path of a bucket below the site's base; `{bucket}` stands for its number, from 0: `match/buckets/{bucket}.json`. */
  path: string;
  /** Which bucket has the guides of a key; without it all buckets are loaded. */
  map?: BucketMap;
};

/** Leads from the key of a type, a code or a word to its bucket; `.github/docs/formats.md` says how. */
export type BucketMap = {
  /** The first slot of each bucket, in ascending order; the first is 0. */
  starts: number[];
  /** A Bloom filter of all keys, in base64url. */
  filter: string;
  /** How many bits of the filter each key has; a key that begins with `w:` has three times as many. */
  hashes: number;
};

/** One of the files that an index is cut into. */
export type PublishedBucket = {
  $schema?: string;
  version: 1;
  guides: MatchGuide[];
  titles: GuideTitles[];
};

export type MatchFramework = {
  /** Folder name: `celery`. */
  id: string;
  /** A `Trace`'s `language`: `python`. */
  language: string;
  /** Packages that mean this framework when a frame or a qualified type is of them. Empty: the language itself. */
  packages: string[];
};

export type MatchGuide = {
  /** `framework/guide`, as in the URL: `celery/worker-lost-error`. */
  id: string;
  /** Qualified names and aliases; the last segment counts too. */
  exceptions: string[];
  /** Templates: literal text with `{holes}`. */
  messages: string[];
  codes: string[];
  /** In a bucket: the word that each message is looked up by, the rarest among all guides; empty for a message without any. */
  words?: string[];
  /** By id: the folder's name, and the anchor on the guide's page (`out-of-memory`). */
  causes: Record<string, Signals>;
};

/** Templates of a cause by where they are looked for. */
export type Signals = Partial<Record<SignalField, string[]>>;

export type SignalField =
  /** Any exception's message. */
  | 'message'
  /** A frame's file or function, or both joined by a space: `billiard/pool.py {line} on_hard_timeout`. */
  | 'frame'
  /** One of the lines of the trace or within 50 lines of it. */
  | 'near';

/** What a reader is shown of a guide that was found; kept apart from what finds it. */
export type GuideTitles = {
  /** As in the index: `celery/worker-lost-error`. */
  id: string;
  title: string;
  /** Of its texts, where it is not the site's. */
  language?: string;
  causes: {
    id: string;
    title: string;
    /** A label of at most 22 characters. */
    short: string;
    /** The words that tell it from the other causes, the deciding ones in `**`. */
    sign: string;
    /** The remedy in one sentence. */
    fix: string;
    /** The question that decides for this cause when several fit. */
    question?: string;
  }[];
};

export type Hit = {
  /** `framework/guide`. */
  guide: string;
  /** Cause id, or null when the guide fits and no cause can be told. */
  cause: string | null;
  confidence: 'exact' | 'likely' | 'possible';
  /** Never empty. */
  evidence: Evidence[];
};

export type Evidence = {
  kind: 'type' | 'message' | 'code' | 'package' | 'signal';
  /** Line in the original text: 1-based. */
  line: number;
  /** The part of the text, or the template that fitted. */
  text: string;
};
