import type { SourceFile } from '../guide/content-files.ts';
import type { Cause } from '../guide/content.ts';
import { composeRun, type RunSettings, type Side } from '../guide/layers.ts';
import type { Job } from './jobs.ts';
import { memoryGroup } from './memory.ts';
import { dropLines, normalise } from './normalise.ts';
import { run, type RunResult } from './run.ts';
import type { ProveTools } from './tools.ts';
import type { Toolchain } from './runtimes/types.ts';
import { makeWorkspace } from './workspace.ts';

/** This machine cannot make a run; the message says why. */
export class Skip extends Error {}

/** All that is run to prove one job; outputs are normalised. */
export type Runs = {
  commands: RunSettings['commands'];
  /** Versions of the shown side's runtime, servers and packages. */
  toolchain: Toolchain;
  broken: RunResult;
  fixed: RunResult;
  testOnBroken: RunResult;
  testOnFixed: RunResult;
  /** The test of this cause on the fixes of the guide's other causes. */
  testOnOthers: { other: Cause; result: RunResult }[];
};

/**
 * Makes the runs of a job, each in a fresh folder with its layers of files.
 * @throws Skip
 */
export async function makeRuns(job: Job, settings: RunSettings, tools: ProveTools): Promise<Runs> {
  const { cause, guide } = job;
  const { commands } = settings;
  const others = guide.causes.filter(
    (other) => other.id !== cause.id && !(other.id in cause.facts.sharedFix),
  );
  const runProgram = (side: Side) => runOnce(job, tools, commands[side], cause, side);
  const runTest = (code: Cause, side: Side) => runOnce(job, tools, commands.test, code, side, cause);
  const [broken, fixed, testOnBroken, testOnFixed, ...testOnOthers] = await Promise.all([
    runProgram('broken'),
    runProgram('fixed'),
    runTest(cause, 'broken'),
    runTest(cause, 'fixed'),
    ...others.map((other) => runTest(other, 'fixed')),
  ]);
  return {
    commands,
    toolchain: broken.toolchain,
    broken: broken.result,
    fixed: fixed.result,
    testOnBroken: testOnBroken.result,
    testOnFixed: testOnFixed.result,
    testOnOthers: testOnOthers.map(({ result }, i) => ({ other: others[i]!, result })),
  };
}

const OUTPUT_BYTES = 1024 * 1024;

async function runOnce(
  { cause, guide, environment }: Job,
  tools: ProveTools,
  command: string,
  code: Cause,
  side: Side,
  test?: Cause,
): Promise<{ result: RunResult; toolchain: Toolchain }> {
  const files: SourceFile[] = composeRun(guide, code, environment, side, test);
  const toolchain = await tools.toolchain(guide.framework, environment, files);
  return await tools.limit(async () => {
    const { seconds, megabytes } = cause.facts.limits;
    const memory = megabytes === undefined ? undefined : await memoryGroup(megabytes);
    if (memory && 'missing' in memory)
      throw new Skip(`needs a limit of ${megabytes} MB of memory: ${memory.missing}`);
    const workspace = await makeWorkspace(files);
    try {
      const variables = { ...workspace.environment, ...toolchain.environment };
      const limits = { seconds, outputBytes: OUTPUT_BYTES, memory };
      const result = await run(command, workspace.app, variables, limits);
      const lacks = toolchain.lacks?.(result.output);
      if (lacks) throw new Skip(`needs ${lacks}`);
      const normalised = normalise(result.output, [...workspace.paths, ...toolchain.paths]);
      const output = dropLines(normalised, guide.framework.facts.dropLines);
      return { result: { ...result, output }, toolchain };
    } finally {
      await workspace.remove();
      await memory?.remove();
    }
  });
}
