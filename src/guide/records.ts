import type { Cause, Guide, Recorded } from './content.ts';
import type { Proof } from './proof-schema.ts';

/** What is asked of a cause whose traces are read. */
export type Traced = { id: string; recorded: Pick<Recorded, 'environment' | 'dir' | 'trace'>[] };

/** The recorded traces of a cause, the shown environment's first. */
export function tracesOf({
  recorded,
}: Pick<Traced, 'recorded'>): (Traced['recorded'][number] & { trace: string })[] {
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
  { environment }: Pick<Recorded, 'environment'>,
  file: 'trace.txt' | 'proof.json',
): string {
  return `${cause.id}/recorded/${environment}/${file}`;
}

/** The command that proves a cause in one environment and writes its record. */
export function updateCommand(guide: Guide, cause: Cause, environment: string): string {
  return `npx tracebook prove ${guide.id}/${cause.id}@${environment} --update`;
}
