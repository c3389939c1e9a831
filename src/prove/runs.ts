import type { Cause } from '../guide/content.ts';
import { composeRun, type RunSettings, type Side } from '../guide/layers.ts';
import type { Job } from './jobs.ts';
import { dropLines, normalise } from './normalise.ts';
import type { Toolchain } from './runtimes/types.ts';
import { Skip } from './sandbox/errors.ts';
import type { RunResult } from './sandbox/types.ts';
import type { PreparedService } from './services/types.ts';
import type { ProveTools } from './tools.ts';

/** All that is run to prove one job; outputs are normalised. */
export type Runs = {
  commands: RunSettings['commands'];
  /** Versions of the shown side's runtime, servers and packages. */
  toolchain: Toolchain;
  services: PreparedService[];
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
    (other) => other.id !== cause.id && !(other.id in cause.frontmatter.sharedFix),
  );
  const runProgram = (side: Side) => runOnce(job, settings, tools, commands[side], cause, side);
  const runTest = (code: Cause, side: Side) =>
    runOnce(job, settings, tools, commands.test, code, side, cause);
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
    services: broken.services,
    broken: broken.result,
    fixed: fixed.result,
    testOnBroken: testOnBroken.result,
    testOnFixed: testOnFixed.result,
    testOnOthers: testOnOthers.map(({ result }, i) => ({ other: others[i]!, result })),
  };
}

const OUTPUT_BYTES = 1024 * 1024;

/** @param code the cause whose files are run; `test` is the cause whose test lies beside them */
async function runOnce(
  { cause, guide, environment }: Job,
  settings: RunSettings,
  tools: ProveTools,
  command: string,
  code: Cause,
  side: Side,
  test?: Cause,
): Promise<{ result: RunResult; toolchain: Toolchain; services: PreparedService[] }> {
  const files = composeRun(guide, code, environment, side, test);
  const toolchain = await tools.toolchain(guide.framework, environment, files);
  const services = await tools.services(settings.services);
  return await tools.limit(async () => {
    const result = await tools.session.run({
      command,
      files,
      tools: toolchain,
      services,
      limits: { ...cause.frontmatter.limits, outputBytes: OUTPUT_BYTES },
    });
    const lacks = toolchain.lacks?.(result.output);
    if (lacks) throw new Skip(`needs ${lacks}`);
    const paths = [...result.paths, ...toolchain.paths];
    const normalised = normalise(result.output, paths, toolchain.normalise);
    const output = dropLines(normalised, guide.framework.settings.dropLines);
    return { result: { ...result, output }, toolchain, services };
  });
}
