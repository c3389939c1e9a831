import type { Cause, Guide, Recorded } from './content.ts';
import type { Proof } from './proof-schema.ts';

/** The recorded traces of a cause, the shown environment's first. */
export function tracesOf({ recorded }: Cause): (Recorded & { trace: string })[] {
  return recorded.flatMap((record) =>
    record.trace === undefined ? [] : [{ ...record, trace: record.trace }],
  );
}

/** The proofs of a cause, the shown environment's first. */
export function proofsOf({ recorded }: Cause): Proof[] {
  return recorded.flatMap(({ proof }) => proof ?? []);
}

/** A file of a record as messages name it: `out-of-memory/recorded/5.7/trace.txt`. */
export function recordFile(
  cause: Cause,
  { environment }: Recorded,
  file: 'trace.txt' | 'proof.json',
): string {
  return `${cause.id}/recorded/${environment}/${file}`;
}

/** The command that proves a cause in one environment and writes its record. */
export function updateCommand(guide: Guide, cause: Cause, environment: string): string {
  return `npx tracebook prove ${guide.id}/${cause.id}@${environment} --update`;
}
