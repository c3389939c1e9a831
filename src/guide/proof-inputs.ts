import { createHash } from 'node:crypto';
import { parts, type Cause, type Framework } from './content.ts';

/**
 * Hashes all that a proof depends on: the code, the facts that say how it is run, the runtime and its lock.
 * Prose and what prove itself writes are left out, so that a better sentence does not make a proof stale.
 */
export function inputsHash(
  framework: Pick<Framework, 'facts' | 'lock'>,
  cause: Pick<Cause, 'files' | 'facts'>,
): string {
  const { run, test, limits } = cause.facts;
  const { runtime, services } = framework.facts;
  const files = [
    ...parts.flatMap((part) => cause.files[part].map(({ path, text }) => [`${part}/${path}`, text])),
    ...framework.lock.map(({ path, text }) => [`lock/${path}`, text]),
  ].sort(([a], [b]) => (a! < b! ? -1 : 1));
  // JSON keeps the parts apart: no two different inputs make the same text.
  const inputs = JSON.stringify({
    run,
    test,
    limits: [limits.seconds, limits.megabytes ?? null],
    runtime,
    services,
    files,
  });
  return `sha256-${createHash('sha256').update(inputs).digest('hex')}`;
}
