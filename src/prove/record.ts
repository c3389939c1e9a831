import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputsHash } from '../guide/proof-inputs.ts';
import type { Proof } from '../guide/schema.ts';
import { compareTraces } from './compare.ts';
import { indent } from './message.ts';
import type { CauseJob, Runs } from './runs.ts';
import type { Toolchain } from './runtimes/types.ts';

/** Writes what the runs showed beside the cause: trace.txt and proof.json. */
export async function record(job: CauseJob, runs: Runs): Promise<void> {
  const { dir } = job.cause;
  await writeFile(join(dir, 'trace.txt'), runs.broken.output);
  await writeFile(join(dir, 'proof.json'), `${JSON.stringify(makeProof(job, runs), null, 2)}\n`);
}

/**
 * Compares what the runs showed with the record.
 * @returns the problem, if they differ, or else a note on how they were compared, if that needs one
 */
export function compareWithRecord(
  { cause, guide, toolchain }: CauseJob,
  found: string,
): { problem: string } | { note?: string } {
  const name = `${guide.id}/${cause.id}`;
  const again = `npm run prove -- ${name} --update`;
  const { proof, trace: recorded } = cause;
  if (recorded === undefined || !proof) {
    return {
      problem: `trace.txt and proof.json: must be there, and are not yet. Run "${again}" and commit them.`,
    };
  }
  if (proof.inputs !== inputsHash(guide.framework, cause)) {
    return { problem: `proof.json: is of other code, commands or packages than these. Run "${again}".` };
  }
  const other = otherTools(toolchain, proof);
  const difference = compareTraces(recorded, found, other.length === 0);
  if (difference) {
    const advice = `If the new one is right, run "${again}" and read the guide's notes on the trace again.`;
    return {
      problem: `trace.txt: broken/ now prints another trace than the recorded one. ${advice}\n${indent(difference)}`,
    };
  }
  if (other.length === 0 || recorded === found) return {};
  return { note: `compared by errors, not by text: ${other.join('; ')}` };
}

/** The tools that differ from the recorded ones: `python 3.12.1, recorded with 3.11.7`. */
function otherTools({ versions, packages = {} }: Toolchain, proof: Proof): string[] {
  const tools = new Set([...Object.keys(versions), ...Object.keys(proof.versions)]);
  return [...tools]
    .filter((tool) => !(tool in packages) && versions[tool] !== proof.versions[tool])
    .map((tool) => `${tool} ${versions[tool] ?? 'none'}, recorded with ${proof.versions[tool] ?? 'none'}`);
}

function makeProof({ cause, guide, toolchain }: CauseJob, runs: Runs): Proof {
  const { broken, fixed, testOnBroken, testOnFixed } = runs;
  const shown = guide.framework.facts.packages;
  const packages = Object.entries(toolchain.packages ?? {}).filter(([name]) => shown.includes(name));
  return {
    date: new Date().toISOString().slice(0, 10),
    versions: { ...toolchain.versions, ...Object.fromEntries(packages) },
    commands: { run: cause.facts.run, test: cause.facts.test },
    broken: { exit: broken.exit, test: { exit: testOnBroken.exit, output: testOnBroken.output } },
    fixed: {
      exit: fixed.exit,
      output: fixed.output,
      test: { exit: testOnFixed.exit, output: testOnFixed.output },
    },
    inputs: inputsHash(guide.framework, cause),
  };
}
