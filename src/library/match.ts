/**
 * Matches texts with the guides of a published site: `tracebook/match`. Runs in browsers and in Node. The text stays where it is:
 * only the site's index is asked for, before there is any text.
 */
export { appFrame, fingerprint } from '../match/fingerprint.ts';
export type { SiteIndex } from '../match/load-site.ts';
export { UnreadableIndex } from '../match/published-index.ts';
export type { Progress, Scan, ScanOptions } from '../match/scan.ts';
export type {
  Evidence,
  GuideTitles,
  Hit,
  MatchFramework,
  MatchGuide,
  MatchIndex,
  PublishedIndex,
} from '../match/types.ts';
export type { Exception, Frame, Trace } from '../trace/types.ts';
export { loadIndex, type LoadOptions } from './load-index.ts';
export { match, matchLog, type ErrorGroup, type GuideHit, type Match } from './match-text.ts';
