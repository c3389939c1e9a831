export { appFrame, fingerprint } from './fingerprint.ts';
export { match, matchText } from './match.ts';
export { scan } from './scan.ts';
export type { Group, Progress, Scan, ScanOptions } from './scan.ts';
export type * from './types.ts';
