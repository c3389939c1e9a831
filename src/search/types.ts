/** What `names.json` holds: all that is searched without asking the server. */
export type SearchIndex = { $schema?: string; version: 1; guides: SearchGuide[] };

export type SearchGuide = {
  /** `framework/guide`. */
  id: string;
  title: string;
  /** Of its texts, where it is not the site's. */
  language?: string;
  /** As people write it: `Celery`. */
  framework: string;
  summary: string;
  /** Names and codes, as the guide writes them. */
  names: string[];
  /** Templates with `{holes}`. */
  messages: string[];
  causes: SearchCause[];
  questions: { id: string; question: string }[];
};

export type SearchCause = {
  id: string;
  title: string;
  short: string;
  sign: string;
  fix: string;
  /** Templates with `{holes}`. */
  signals: string[];
  question?: string;
};

/** A place that a search leads to. */
export type SearchHit = {
  guide: string;
  title: string;
  language?: string;
  framework: string;
  /** Cause or question on the guide's page. */
  anchor?: string;
  /** What stands at the anchor. */
  label?: string;
  /** What of it fits the query. */
  why: string;
  /** Whether a name fits only by one or two letters more or less. */
  isGuess: boolean;
  score: number;
};
