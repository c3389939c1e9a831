import type { Cause, Guide, Part, SourceFile } from '../guide/content.ts';
import type { MatchIndex } from '../match/types.ts';
import { memoryGroup } from './memory.ts';
import { normalise } from './normalise.ts';
import { run, type RunResult } from './run.ts';
import type { Toolchain } from './runtimes/types.ts';
import { makeWorkspace } from './workspace.ts';

/** A cause to prove, and what it takes. */
export type CauseJob = {
  cause: Cause;
  guide: Guide;
  toolchain: Toolchain;
  index: MatchIndex;
  /** Lets only so many runs go at once. */
  turn: <T>(action: () => Promise<T>) => Promise<T>;
};

/** This machine cannot make a run; the message says why. */
export class Skip extends Error {}

/** All that is run to prove one cause; outputs are normalised. */
export type Runs = {
  broken: RunResult;
  fixed: RunResult;
  testOnBroken: RunResult;
  testOnFixed: RunResult;
  /** The test of this cause on the fixes of the guide's other causes. */
  testOnOthers: { other: Cause; result: RunResult }[];
};

/**
 * Makes the runs of a cause, each in a fresh copy of its files.
 * @throws Skip
 */
export async function makeRuns(job: CauseJob): Promise<Runs> {
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
