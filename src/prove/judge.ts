import { parse } from '../trace/index.ts';
import { identify } from '../match/identify.ts';
import { indent, lastLines } from './message.ts';
import type { RunResult } from './run.ts';
import type { CauseJob, Runs } from './runs.ts';

/**
 * Judges what the runs of a cause show: broken fails and leads to its own guide and cause, fixed succeeds and prints no
 * error, the test tells them apart, and no other cause's fix makes it pass.
 * @returns every problem, none when all holds
 */
export function judge({ cause, guide, index }: CauseJob, runs: Runs): string[] {
  const { run: program, test, limits } = cause.facts;
  const problems: string[] = [];
  const expect = (holds: boolean, where: string, problem: string, { output }: RunResult) => {
    if (!holds) problems.push(`${where}: ${problem}\n${indent(lastLines(output))}`);
  };
  const says = ({ exit, stopped }: RunResult) => {
    if (stopped === 'time') return `was stopped after ${limits.seconds} s`;
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
  return problems;
}
