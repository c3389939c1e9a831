import { inputsHash } from '../guide/inputs.ts';
import type { Cause, Guide, Part, SourceFile } from '../guide/read.ts';
import type { Proof } from '../guide/schema.ts';
import type { MatchIndex } from '../match/types.ts';
import { parse } from '../trace/index.ts';
import { compareTraces } from './compare.ts';
import { identify } from './identify.ts';
import { memoryGroup } from './memory.ts';
import { normalise } from './normalise.ts';
import { record } from './record.ts';
import { run, type RunResult } from './run.ts';
import type { Toolchain } from './runtimes/types.ts';
import { makeWorkspace } from './workspace.ts';

export type Outcome =
  | { status: 'proved'; note?: string }
  | { status: 'skipped'; reason: string }
  | { status: 'failed'; problems: string[] };

export type CauseJob = {
  cause: Cause;
  guide: Guide;
  toolchain: Toolchain;
  index: MatchIndex;
  /** Write trace.txt and proof.json instead of comparing with them. */
  update: boolean;
  /** Lets only so many runs go at once. */
  turn: <T>(action: () => Promise<T>) => Promise<T>;
};

/** Runs all that proves one cause, and compares it with the record or writes the record anew. */
export async function proveCause(job: CauseJob): Promise<Outcome> {
  try {
    const runs = await makeRuns(job);
    const { problems, trace } = judge(job, runs);
    if (problems.length > 0) return { status: 'failed', problems };
    if (job.update) {
      await record(job.cause, trace, makeProof(job, runs));
      return { status: 'proved', note: 'trace.txt and proof.json written' };
    }
    return compareWithRecord(job, trace);
  } catch (error) {
    if (error instanceof Skip) return { status: 'skipped', reason: error.message };
    throw error;
  }
}

/** This machine cannot make a run; the message says why. */
class Skip extends Error {}

type Runs = {
  broken: RunResult;
  fixed: RunResult;
  testOnBroken: RunResult;
  testOnFixed: RunResult;
  /** The test of this cause on the fixes of the guide's other causes. */
  testOnOthers: { other: Cause; result: RunResult }[];
};

async function makeRuns(job: CauseJob): Promise<Runs> {
  const { cause, guide } = job;
  const { run: program, test } = cause.facts;
  const others = guide.causes.filter((other) => other.id !== cause.id);
  const [broken, fixed, testOnBroken, testOnFixed, ...testOnOthers] = await Promise.all([
    runOnce(job, program, cause.files.broken),
    runOnce(job, program, cause.files.fixed),
    runOnce(job, test, withTest(cause, cause, 'broken')),
    runOnce(job, test, withTest(cause, cause, 'fixed')),
    ...others.map(async (other) => ({
      other,
      result: await runOnce(job, test, withTest(cause, other, 'fixed')),
    })),
  ]);
  return { broken, fixed, testOnBroken, testOnFixed, testOnOthers };
}

/** The files of a part with a cause's test beside them. */
function withTest(tested: Cause, code: Cause, part: Part): SourceFile[] {
  return [
    ...code.files[part],
    ...tested.files.test.map(({ path, text }) => ({ path: `test/${path}`, text })),
  ];
}

const OUTPUT_BYTES = 1024 * 1024;

async function runOnce(
  { cause, toolchain, turn }: CauseJob,
  command: string,
  files: SourceFile[],
): Promise<RunResult> {
  return await turn(async () => {
    const { seconds, megabytes } = cause.facts.limits;
    const memory = megabytes === undefined ? undefined : await memoryGroup(megabytes);
    if (memory && 'missing' in memory)
      throw new Skip(`needs a limit of ${megabytes} MB of memory: ${memory.missing}`);
    const workspace = await makeWorkspace(files);
    try {
      const environment = { ...workspace.environment, ...toolchain.environment };
      const limits = { seconds, outputBytes: OUTPUT_BYTES, memory };
      const result = await run(command, workspace.app, environment, limits);
      const lacks = toolchain.lacks?.(result.output);
      if (lacks) throw new Skip(`needs ${lacks}`);
      return { ...result, output: normalise(result.output, [...workspace.paths, ...toolchain.paths]) };
    } finally {
      await workspace.remove();
      await memory?.remove();
    }
  });
}

/** Rules 1 to 3 of a proof, all at once. */
function judge({ cause, guide, index }: CauseJob, runs: Runs): { problems: string[]; trace: string } {
  const { run: program, test, limits } = cause.facts;
  const problems: string[] = [];
  const expect = (holds: boolean, where: string, problem: string, { output }: RunResult) => {
    if (!holds) problems.push(`${where}: ${problem}\n${indent(lastLines(output))}`);
  };
  const says = ({ exit, stopped }: RunResult) => {
    if (stopped === 'time') return `was stopped after ${limits.seconds} seconds`;
    return stopped === 'output'
      ? 'was stopped because it printed more than a megabyte'
      : `ended with exit code ${exit}`;
  };
  const ended = ({ exit, stopped }: RunResult) => !stopped && exit !== 125 && exit !== 126 && exit !== 127;
  const failed = (result: RunResult) => ended(result) && result.exit !== 0;
  const passed = (result: RunResult) => ended(result) && result.exit === 0;

  const { broken, fixed, testOnBroken, testOnFixed, testOnOthers } = runs;
  const name = `${guide.id}/${cause.id}`;
  const { found, errors } = identify(broken.output, index);
  if (!failed(broken)) {
    expect(
      false,
      'broken',
      `"${program}" must fail by itself, and ${says(broken)}. Make it show the error.`,
      broken,
    );
  } else if (found !== name) {
    const what = errors === 0 ? 'no error was found in it' : `it leads to ${found ?? 'no guide'}`;
    expect(
      false,
      'broken',
      `what "${program}" prints must lead to ${name} first, and ${what}. Correct the guide's exceptions, messages and codes or this cause's signals.`,
      broken,
    );
  }
  expect(passed(fixed), 'fixed', `"${program}" must succeed, and ${says(fixed)}. Correct the fix.`, fixed);
  expect(
    !passed(fixed) || parse(fixed.output).length === 0,
    'fixed',
    `"${program}" must print no error, and it does. Correct the fix.`,
    fixed,
  );
  expect(
    failed(testOnBroken),
    'test',
    `"${test}" must fail on broken/, and ${says(testOnBroken)}. Make it check what the fix changes.`,
    testOnBroken,
  );
  expect(
    passed(testOnFixed),
    'test',
    `"${test}" must pass on fixed/, and ${says(testOnFixed)}. Correct the fix or the test.`,
    testOnFixed,
  );
  for (const { other, result } of testOnOthers) {
    expect(
      failed(result),
      'test',
      `"${test}" must fail on the fix of ${other.id}, and ${says(result)}. Make it check what only its own fix changes.`,
      result,
    );
  }
  return { problems, trace: broken.output };
}

function compareWithRecord({ cause, guide, toolchain }: CauseJob, trace: string): Outcome {
  const name = `${guide.id}/${cause.id}`;
  const { proof, trace: recorded } = cause;
  if (recorded === undefined || !proof) {
    const problem = `has no trace.txt and proof.json yet. Run "npm run prove -- ${name} --update" and commit them.`;
    return { status: 'failed', problems: [problem] };
  }
  const other = Object.entries(toolchain.versions).filter(
    ([tool, version]) => proof.versions[tool] !== version,
  );
  const difference = compareTraces(recorded, trace, other.length === 0);
  if (difference) {
    const problem = `trace.txt: broken now prints another trace than the recorded one. If it is right, run "npm run prove -- ${name} --update" and read the notes of the guide again.`;
    return { status: 'failed', problems: [`${problem}\n${indent(difference)}`] };
  }
  if (other.length === 0 || recorded === trace) return { status: 'proved' };
  const tools = other.map(
    ([tool, version]) => `${tool} ${version}, recorded with ${proof.versions[tool] ?? 'none'}`,
  );
  return { status: 'proved', note: `compared by errors, not by text: ${tools.join('; ')}` };
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

function lastLines(output: string, count = 25): string {
  const lines = output.trimEnd().split('\n');
  return lines.length > count
    ? ['…', ...lines.slice(-count)].join('\n')
    : lines.join('\n') || '(it printed nothing)';
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
