import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import type { Places } from '../files/places.ts';
import { findErrors, guidesFor, reportOptions, type MatchOptions } from './match.ts';
import { reports } from './reports/index.ts';

/**
 * Runs a command, shows what it prints as it comes, and names at the end the guides for its errors on standard error.
 * @param command the program and its arguments
 * @returns the command's exit code, 128 + n when signal n ended it, 127 when it is not there, 2 when the guides are not
 */
export async function runCommand(
  command: [string, ...string[]],
  options: MatchOptions,
  places: Places,
): Promise<number> {
  const guides = await guidesFor(options, places);
  if (!guides) return 2;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'pipe'] });
  const output = new PassThrough();
  const found = findErrors(output, guides, options);
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  // Both in one text, in the order in which they came, as a terminal shows them.
  child.stdout.on('data', (chunk: Buffer) => (process.stdout.write(chunk), output.write(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (process.stderr.write(chunk), output.write(chunk)));
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'ENOENT' ? 'there is no such program on PATH' : error.message.replace(/\.$/, '');
      process.stderr.write(`${program} cannot be run: ${why}. Check its name.\n`);
      resolve(error.code === 'ENOENT' ? 127 : 126);
    });
    child.on('close', (exit, signal) => resolve(exit ?? 128 + constants.signals[signal!]));
  });
  for (const signal of signals) process.off(signal, forward);
  output.end();
  const finding = { file: undefined, scan: await found };
  if (finding.scan.groups.length > 0) {
    const report = reports[options.format]!;
    const told = reportOptions(guides, options);
    process.stderr.write(
      `\n${report.file?.(finding, told) ?? ''}${(await report.end?.([finding], told)) ?? ''}`,
    );
  }
  return code;
}
