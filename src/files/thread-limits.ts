import type { ResourceLimits } from 'node:worker_threads';

/**
 * Limits of a thread that makes one guide or page after the other. V8 would let what is young grow to 48 MB in each of
 * them, and nearly all of it is garbage by then. There is no limit to what is old: a guide may be of any size.
 */
export const THREAD_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 16 };
