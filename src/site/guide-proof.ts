import type { CompiledCause, CompiledGuide } from '../guide/compile.ts';
import type { Proof } from '../guide/proof-schema.ts';

/** What a page says of a guide's proofs. */
export type GuideProof = {
  /** Day of the oldest run that is shown: `2026-11-23`. */
  date: string;
  /** Environments as people name them, the shown one first: `Celery 5.7`. */
  environments: string[];
  /** Exact versions of the shown environment. */
  versions: [name: string, version: string][];
  causes: { cause: CompiledCause; proof: Proof }[];
  /** Whether the oldest run is longer ago than site.yaml allows. */
  isOld: boolean;
};

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Undefined when a guide has no proof, or says itself that it no longer proves. */
export function guideProof(guide: CompiledGuide, proofDays: number): GuideProof | undefined {
  const causes = guide.causes.flatMap((cause) => {
    const proof = cause.recorded[0]?.proof;
    return proof ? { cause, proof } : [];
  });
  if (causes.length === 0 || guide.frontmatter.unproved !== undefined) return undefined;
  const names = guide.causes.flatMap(({ recorded }) => recorded.map(({ environment }) => environment));
  const versions = Object.assign({}, ...causes.map(({ proof }) => proof.versions)) as {
    [name: string]: string;
  };
  const date = causes.map(({ proof }) => proof.date).sort()[0]!;
  return {
    date,
    environments: [...new Set(names)].map((id) => environmentName(id, guide.framework.settings.name)),
    versions: Object.entries(versions),
    causes,
    isOld: isOld(date, proofDays),
  };
}

/** Whether a day is more than `proofDays` days ago: `2026-11-23`. */
export function isOld(date: string, proofDays: number): boolean {
  return Date.now() - Date.parse(date) > proofDays * DAY;
}

/** `5.7` as `Celery 5.7`, `node-22` as `node 22`. */
export function environmentName(id: string, framework: string): string {
  return /^\d/.test(id) ? `${framework} ${id}` : id.replace(/-(?=[^-]*$)/, ' ');
}
