import { matchText } from './index.ts';
import type { MatchIndex } from './types.ts';

/**
 * Says which guide and cause a reader would be led to by an output: `celery/worker-lost-error/out-of-memory`.
 * The first error in it that any guide covers decides, and its first hit; `found` is undefined when none is covered.
 */
export function identify(output: string, index: MatchIndex): { found: string | undefined; errors: number } {
  const matched = matchText(output, index);
  const hit = matched.find(({ hits }) => hits.length > 0)?.hits[0];
  return { found: hit && [hit.guide, hit.cause].filter(Boolean).join('/'), errors: matched.length };
}
