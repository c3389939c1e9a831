import type { CompiledCause, CompiledGuide } from '../guide/compile.ts';
import type { Proof } from '../guide/schema.ts';

/** What a proof wrote of a cause in one environment. */
export type Record = { environment: string; trace?: string; proof?: Proof };

/** The records of a cause, the shown environment's first. */
export function recordsOf(cause: CompiledCause): Record[] {
  return cause.proof ? [{ environment: '', proof: cause.proof }] : [];
}

/** What a page says of a guide's proofs. */
export type GuideProof = {
  /** Day of the oldest run that is shown: `2026-11-23`. */
  date: string;
  /** Environments as people name them, the shown one first: `Celery 5.7`. */
  environments: string[];
  /** Exact versions of the shown environment. */
  versions: [name: string, version: string][];
  causes: { cause: CompiledCause; proof: Proof }[];
};

/** Undefined when no cause has a proof. */
export function guideProof(guide: CompiledGuide): GuideProof | undefined {
  const causes = guide.causes.flatMap((cause) => {
    const proof = recordsOf(cause)[0]?.proof;
    return proof ? { cause, proof } : [];
  });
  if (causes.length === 0) return undefined;
  const names = guide.causes.flatMap((cause) => recordsOf(cause).map(({ environment }) => environment));
  const versions = Object.assign({}, ...causes.map(({ proof }) => proof.versions)) as {
    [name: string]: string;
  };
  return {
    date: causes.map(({ proof }) => proof.date).sort()[0]!,
    environments: [...new Set(names)].map((id) => environmentName(id, guide.framework.facts.name)),
    versions: Object.entries(versions),
    causes,
  };
}

/** `5.7` as `Celery 5.7`, `node-22` as `node 22`. */
export function environmentName(id: string, framework: string): string {
  return /^\d/.test(id) || id === '' ? `${framework} ${id}`.trim() : id.replace(/-(?=[^-]*$)/, ' ');
}
