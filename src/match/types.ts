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
};

/** `match/index.json` of a site whose guides are too many for one file: it leads to buckets, which have the guides. */
export type PublishedBuckets = {
  /** Address of its JSON Schema: the site's base and `match/buckets.schema.json`. */
  $schema?: string;
  version: 2;
  frameworks: MatchFramework[];
  buckets: BucketMap;
};

/** Leads from the key of a type, a code or a word to its bucket; `.github/docs/formats.md` says how. */
export type BucketMap = {
  /** How many slots each bucket has; 65,536 in all. */
  sizes: number[];
  /** A ribbon filter of all keys, in hexadecimal digits. */
  filter: string;
};

/** `match/buckets/NUMBER.json`: the guides that a key of its slots leads to. */
export type PublishedBucket = { $schema?: string; version: 2; guides: PackedGuide[] };

/** A guide and its titles, field after field. */
export type PackedGuide = [
  id: string,
  title: string,
  exceptions: string[],
  messages: string[],
  codes: string[],
  words: number[],
  causes: PackedCause[],
  /** Empty for the site's. */
  language: string,
];
/** The signals are those of `message`, `near` and `frame`; empty lists at the end are left out. */
export type PackedCause = [id: string, title: string, fix: string, signals: string[][]];

/** `match/choices/NUMBER.json`: what a reader chooses causes by where several fit, of the guides of the bucket. */
export type PublishedChoices = { $schema?: string; version: 2; guides: PackedChoices[] };

/** A guide's id, and of each cause, in their order: an empty question is none. */
export type PackedChoices = [id: string, causes: [short: string, sign: string, question: string][]];

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
  /** Of a bucket: the place of the word that each message is looked up by, among its words; -1 for none. */
  words?: number[];
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
