import type { GuideTitles } from '../../match/types.ts';
import type { OtherSite } from '../../search/others/other-site.ts';
import type { Item } from './group.ts';

/**
 * What the page asks of the worker; first, with the address of the site, to load its guides. A newer turn ends an older one; so
 * does `cancel`. `announced`: the page has said what `inBuckets` means, and buckets can be asked for.
 */
export type WorkerRequest =
  | { base: string; others: OtherSite[] }
  | { announced: true }
  | { turn: number; text: string }
  | { turn: number; file: Blob }
  | { cancel: number };

/** The reason that a file could not be read when its bytes are no text. */
export const NOT_TEXT = 'not text';

/** What the worker answers; to a text again when guides of another site fit it. Pasted text goes no further than it. */
export type WorkerResponse =
  | Answer
  | Reading
  | { inBuckets: true }
  | { failed: 'index' }
  | { failed: 'file' | 'text'; turn: number; reason: string };

export type Answer = {
  turn: number;
  /** Each distinct error once, root causes first. */
  items: Item[];
  /** Distinct errors that there was no room for. */
  dropped: number;
  lines: number;
  /** The share of a file that was read when it was cancelled. */
  cancelledAt?: number;
  /** The guides that are named in hits. */
  guides: FoundGuide[];
};

/** A guide of this site or of another one. */
export type FoundGuide = GuideTitles & {
  /** The id that hits name it by: its own, or that of another site's with the site's address before it. */
  key: string;
  site?: OtherSite;
};

/** How far a file has been read. */
export type Reading = { turn: number; share: number; errors: number };
