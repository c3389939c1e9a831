import { matchText } from './index.ts';

/**
 * Says which guide and cause a reader would be led to by an output: `celery/worker-lost-error/out-of-memory`.
 * The first error in it that any guide covers decides, and its first hit.
 * @returns `found` is undefined when no error is covered; `errors` counts all
 */
export function identify(matched: ReturnType<typeof matchText>): {
  found: string | undefined;
  errors: number;
} {
  const hit = matched.find(({ hits }) => hits.length > 0)?.hits[0];
  return { found: hit && [hit.guide, hit.cause].filter(Boolean).join('/'), errors: matched.length };
}
