import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreMissing } from '../guide/content-files.ts';
import { runSettings } from '../guide/layers.ts';
import { changedInputs, hashBytes, proofInputs } from '../guide/proof-inputs.ts';
import type { Proof } from '../guide/proof-schema.ts';
import { updateCommand } from '../guide/records.ts';
import { compareTraces } from './compare.ts';
import { jobName, type Job } from './jobs.ts';
import { indent } from './message.ts';
import type { Runs } from './runs.ts';

/**
 * Writes what the runs showed: trace.txt and proof.json of the environment.
 * @returns whether anything but the date is new
 */
export async function writeRecord(job: Job, runs: Runs): Promise<{ changed: boolean }> {
  const { dir, trace, proof } = job.record;
  const next = makeProof(job, runs);
  const isSame =
    trace === runs.broken.output &&
    proof !== undefined &&
    JSON.stringify({ ...proof, date: '' }) === JSON.stringify({ ...next, date: '' });
  await mkdir(dir, { recursive: true });
  await writeWhole({
    [join(dir, 'trace.txt')]: runs.broken.output,
    [join(dir, 'proof.json')]: `${JSON.stringify(next, null, 2)}\n`,
  });
  return { changed: !isSame };
}

/**
 * Adds ids to ids.txt, the ledger of all that was ever published.
 * @param file the ledger; made when it is missing
 */
export async function addIds(file: string, ids: Iterable<string>): Promise<void> {
  const text = (await readFile(file, 'utf8').catch(ignoreMissing)) ?? '';
  const known = text.split(/\s+/).filter(Boolean);
  const all = [...new Set([...known, ...ids])].sort();
  if (all.length > known.length) await writeWhole({ [file]: `${all.join('\n')}\n` });
}

/** Writes all files beside their places before the first takes its own: a full disk changes none. */
async function writeWhole(texts: Record<string, string>): Promise<void> {
  const partial = (path: string) => `${path}.${process.pid}`;
  const paths = Object.keys(texts);
  try {
    for (const path of paths) await writeFile(partial(path), texts[path]!);
    for (const path of paths) await rename(partial(path), path);
  } finally {
    // What cannot be removed could not be written either.
    await Promise.allSettled(paths.map((path) => rm(partial(path), { force: true })));
  }
}

/**
 * Compares what the runs showed with the record.
 * @returns the problem, if they differ, or else a note on how they were compared, if that needs one
 */
export function compareWithRecord(job: Job, runs: Runs): { problem: string } | { note?: string } {
  const { guide, cause, environment, record } = job;
  const again = updateCommand(guide, cause, environment.id);
  const { proof, trace: recorded } = record;
  const place = `recorded/${environment.id}`;
  if (recorded === undefined || !proof) {
    return { problem: `${place}: trace.txt and proof.json are missing. Run "${again}" and commit them.` };
  }
  const settings = runSettings(guide, cause, environment);
  const changed =
    'missing' in settings
      ? []
      : changedInputs(proof.inputs, proofInputs(guide, cause, environment, settings));
  if (changed.length > 0) {
    return { problem: `${place}/proof.json: is out of date: ${changed.join(', ')}. Run "${again}".` };
  }
  const other = otherTools(runs, proof);
  const difference = compareTraces(recorded, runs.broken.output, other.length === 0);
  if (difference) {
    const advice = `If the new one is right, run "${again}" and read the guide's notes on the trace again.`;
    return {
      problem: `${place}/trace.txt: broken/ now prints another trace than the recorded one. ${advice}\n${indent(difference)}`,
    };
  }
  if (proof.trace !== hashBytes(recorded)) {
    return {
      problem: `${place}/trace.txt: was changed after the proof. Only prove writes it. Run "${again}".`,
    };
  }
  if (other.length === 0 || recorded === runs.broken.output) return {};
  return { note: `compared by errors, not by text: ${other.join('; ')}` };
}

/** The tools that differ from the recorded ones: `python 3.12.1, recorded with 3.11.7`. */
function otherTools({ toolchain, services }: Runs, proof: Proof): string[] {
  const { packages = {} } = toolchain;
  const servers = Object.fromEntries(services.map(({ id, version }) => [id, version]));
  const versions: Record<string, string> = { ...toolchain.versions, ...servers };
  const tools = new Set([...Object.keys(versions), ...Object.keys(proof.versions)]);
  return [...tools]
    .filter((tool) => !(tool in packages) && versions[tool] !== proof.versions[tool])
    .map((tool) => `${tool} ${versions[tool] ?? 'none'}, recorded with ${proof.versions[tool] ?? 'none'}`);
}

function makeProof(job: Job, runs: Runs): Proof {
  const { guide, cause, environment } = job;
  const { broken, fixed, testOnBroken, testOnFixed, toolchain, services, commands } = runs;
  const settings = runSettings(guide, cause, environment);
  if ('missing' in settings) throw new Error(`${jobName(job)} has no command to run`);
  const shown = guide.framework.settings.packages;
  const packages = Object.entries(toolchain.packages ?? {}).filter(([name]) => shown.includes(name));
  return {
    date: new Date().toISOString().slice(0, 10),
    versions: {
      ...toolchain.versions,
      ...Object.fromEntries(packages),
      ...Object.fromEntries(services.map(({ id, version }) => [id, version])),
    },
    commands,
    broken: { exit: broken.exit, test: { exit: testOnBroken.exit, output: testOnBroken.output } },
    fixed: {
      exit: fixed.exit,
      output: fixed.output,
      test: { exit: testOnFixed.exit, output: testOnFixed.output },
    },
    trace: hashBytes(runs.broken.output),
    inputs: proofInputs(guide, cause, environment, settings),
  };
}
