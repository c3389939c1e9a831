import { matchText } from '../match/index.ts';
import type { MatchIndex } from '../match/types.ts';
import { parse } from '../trace/index.ts';
import { identify } from '../match/identify.ts';
import { indent, lastLines } from './message.ts';
import type { RunResult } from './sandbox/types.ts';
import type { Job } from './jobs.ts';
import type { Runs } from './runs.ts';

/**
 * Checks what the runs of a job show: broken fails and leads to its own guide and cause, fixed succeeds and prints no
 * error, the test tells them apart, and no other cause's fix makes it pass.
 * @returns every problem, none when all holds
 */
export function checkRuns({ cause, guide }: Job, runs: Runs, index: MatchIndex): string[] {
  const { limits, sharedFix } = cause.frontmatter;
  const { commands } = runs;
  const problems: string[] = [];
  const expect = (holds: boolean, where: string, problem: string, { output }: RunResult) => {
    if (!holds) problems.push(`${where}: ${problem}\n${indent(lastLines(output))}`);
  };
  const describe = ({ exit, stopped, output }: RunResult) => {
    if (stopped === 'time') return `was stopped after ${limits.seconds} s`;
    if (stopped === 'output') return 'was stopped because it printed more than a megabyte';
    if (stopped === 'folder') return 'was stopped because its files took too much space';
    const missing =
      exit === 127 ? /(?:\d+: )?([^\s:]+): (?:command )?not found/.exec(output)?.[1] : undefined;
    return missing ? `could not start: the command "${missing}" is missing` : `ended with exit code ${exit}`;
  };
  const ended = ({ exit, stopped }: RunResult) => !stopped && exit !== 125 && exit !== 126 && exit !== 127;
  const failed = (result: RunResult) => ended(result) && result.exit !== 0;
  const passed = (result: RunResult) => ended(result) && result.exit === 0;

  const { broken, fixed, testOnBroken, testOnFixed, testOnOthers } = runs;
  const name = `${guide.id}/${cause.id}`;
  const { found, errors } = identify(matchText(broken.output, index));
  if (!failed(broken)) {
    const problem = `"${commands.broken}" must fail by itself, and ${describe(broken)}. Make it show the error.`;
    expect(false, 'broken', problem, broken);
  } else if (found !== name) {
    const what = errors === 0 ? 'no error was found in it' : `it leads to ${found ?? 'no guide'}`;
    const problem = `what "${commands.broken}" prints must lead to ${name} first, and ${what}. Correct the guide's exceptions, messages and codes or this cause's signals.`;
    expect(false, 'broken', problem, broken);
  }
  const { fixed: program, test } = commands;
  expect(
    passed(fixed),
    'fixed',
    `"${program}" must succeed, and ${describe(fixed)}. Correct the fix.`,
    fixed,
  );
  expect(
    !passed(fixed) || parse(fixed.output).length === 0,
    'fixed',
    `"${program}" must print no error, and it does. Correct the fix.`,
    fixed,
  );
  expect(
    failed(testOnBroken),
    'test',
    `"${test}" must fail on broken/, and ${describe(testOnBroken)}. Make it check what the fix changes.`,
    testOnBroken,
  );
  expect(
    passed(testOnFixed),
    'test',
    `"${test}" must pass on fixed/, and ${describe(testOnFixed)}. ${runs.toolchain.explain?.(testOnFixed.output) ?? 'Correct the fix or the test.'}`,
    testOnFixed,
  );
  for (const { other, result } of testOnOthers) {
    if (Object.hasOwn(sharedFix, other.id)) continue;
    expect(
      failed(result),
      'test',
      `"${test}" must fail on the fix of ${other.id}, and ${describe(result)}. Make it check what only its own fix changes, or name ${other.id} with the reason under "sharedFix".`,
      result,
    );
  }
  return problems;
}
