import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import type { Places } from '../files/places.ts';
import { findErrors } from './find-errors.ts';
import { type GuideSource, NoGuides } from './guide-source.ts';
import { guidesOrFault, reportOptions, writeReport, type MatchOptions } from './match.ts';
import { reports } from './reports/index.ts';
import type { Finding } from './reports/types.ts';

/**
 * Runs a command, shows what it prints as it comes, and names at the end the guides for its errors on standard error.
 * A site that does not answer costs nothing but its guides: the command is run all the same.
 * @param command the program and its arguments
 * @returns the command's exit code, 128 + n when signal n ended it, 127 when it is not there, 126 when it cannot be run, 2
 *   when the guides are not there or the report cannot be written
 */
export async function runCommand(
  command: [string, ...string[]],
  options: MatchOptions,
  places: Places,
): Promise<number> {
  const guides = await guidesOrFault(options, places);
  if (guides instanceof NoGuides) {
    process.stderr.write(`${guides.message}\n`);
    return guides.isTemporary ? await runProgram(command, new PassThrough().resume()) : 2;
  }
  const output = new PassThrough();
  const found = findErrors(output, guides, options);
  const code = await runProgram(command, output);
  const finding = { file: undefined, scan: await found };
  const isWritten = await writeFinding(finding, guides, options);
  return isWritten ? code : code || 2;
}

/**
 * Runs a program until it ends; what it prints goes to standard output and standard error, and to `copy`: both in one text,
 * in the order in which they came, as a terminal shows them.
 * @returns its exit code
 */
async function runProgram([program, ...args]: [string, ...string[]], copy: PassThrough): Promise<number> {
  const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'pipe'] });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  // A pipe waits for the slower of its two ends, so that nothing piles up.
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.pipe(to, { end: false });
    from.pipe(copy, { end: false });
  }
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      process.stderr.write(`${program} cannot be run: ${FAULTS[error.code ?? ''] ?? `${error.message}.`}\n`);
      resolve(error.code === 'ENOENT' ? 127 : 126);
    });
    child.on('close', (exit, signal) => resolve(exit ?? 128 + constants.signals[signal!]));
  });
  for (const signal of signals) process.off(signal, forward);
  copy.end();
  return code;
}

const FAULTS: Record<string, string> = {
  ENOENT: 'there is no such program on PATH. Check its name.',
  EACCES: 'permission denied, or it is a folder. Name a program.',
};

/** Writes the report on standard error where there is something to tell, or to the file of `--output` in any case. */
async function writeFinding(finding: Finding, guides: GuideSource, options: MatchOptions): Promise<boolean> {
  const hasErrors = finding.scan.groups.length > 0;
  if (!hasErrors && options.output === undefined) return true;
  const report = reports[options.format]!;
  const told = reportOptions(guides, options);
  const text = `${report.file?.(finding, told) ?? ''}${(await report.end?.([finding], told)) ?? ''}`;
  if (options.output === undefined) process.stderr.write(`\n${text}`);
  return await writeReport(options.output, text);
}
