export { appFrame, fingerprint } from './fingerprint.ts';
export { match, matchText } from './match.ts';
export type { Group } from './scan.ts';
export { matchTextInSources, type Source } from './sources.ts';
export type * from './types.ts';
