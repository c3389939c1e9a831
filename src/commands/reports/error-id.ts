import { createHash } from 'node:crypto';
import { fingerprint } from '../../match/fingerprint.ts';
import type { Trace } from '../../trace/types.ts';

/** 32 hexadecimal digits that are the same for occurrences of one error, in whatever log. */
export function errorId(trace: Trace): string {
  return createHash('sha256').update(fingerprint(trace)).digest('hex').slice(0, 32);
}
