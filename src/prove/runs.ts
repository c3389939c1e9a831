import type { Cause, Guide, Part, SourceFile } from '../guide/read.ts';
import type { MatchIndex } from '../match/types.ts';
import { normalise } from './normalise.ts';
import type { Toolchain } from './runtimes/types.ts';
import { Skip } from './sandbox/errors.ts';
import type { Session } from './sandbox/session.ts';
import type { RunResult } from './sandbox/types.ts';

/** A cause to prove, and what it takes. */
export type CauseJob = {
  cause: Cause;
  guide: Guide;
  toolchain: Toolchain;
  index: MatchIndex;
  session: Session;
  /** Lets only so many runs go at once. */
  turn: <T>(action: () => Promise<T>) => Promise<T>;
};

export { Skip };

/** What a run showed, the output as it is recorded. */
export type NormalisedResult = Omit<RunResult, 'paths'>;

/** All that is run to prove one cause; outputs are normalised. */
export type Runs = {
  broken: NormalisedResult;
  fixed: NormalisedResult;
  testOnBroken: NormalisedResult;
  testOnFixed: NormalisedResult;
  /** The test of this cause on the fixes of the guide's other causes. */
  testOnOthers: { other: Cause; result: NormalisedResult }[];
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
  { cause, toolchain, session, turn }: CauseJob,
  command: string,
  files: SourceFile[],
): Promise<NormalisedResult> {
  return await turn(async () => {
    const limits = { ...cause.facts.limits, outputBytes: OUTPUT_BYTES };
    const { paths, ...result } = await session.run({ command, files, tools: toolchain, limits });
    const lacks = toolchain.lacks?.(result.output);
    if (lacks) throw new Skip(`needs ${lacks}`);
    return { ...result, output: normalise(result.output, [...paths, ...toolchain.paths]) };
  });
}
