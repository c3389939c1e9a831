import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Hit } from '../match/types.ts';
import { projectRoot } from '../site/project.ts';
import { findErrors } from './find-errors.ts';
import { loadGuides, NoGuides, type GuideSource } from './guide-source.ts';
import { type Outcome, readLogs } from './read-logs.ts';
import { reasonOf } from './read-error.ts';
import { reports } from './reports/index.ts';
import type { Finding, ReportOptions } from './reports/types.ts';

export type MatchOptions = {
  /** A key of `reports`. */
  format: string;
  /** What to match with: a content folder, a built site, its index.json, or a site's address. */
  index?: string;
  /** The least confidence of a hit that counts. */
  minConfidence: Hit['confidence'];
  /** At most so many errors are told. */
  max?: number;
  /** Shows standard input as it comes, and the report at its end. */
  tee?: boolean;
};

/**
 * Names the guide and the cause for every distinct error in files or in standard input.
 * @returns 0 when every error has a guide, 1 when some has none, 2 when a file or the index cannot be read
 */
export async function match(files: string[], options: MatchOptions): Promise<number> {
  const guides = await guidesFor(options);
  if (!guides) return 2;
  process.stdout.once('error', stopWriting);
  let code = 0;
  const findings: Finding[] = [];
  const report = reports[options.format]!;
  const told = reportOptions(guides, options);
  const outcomes =
    files.length === 0
      ? readInput(guides, options)
      : readLogs(files, { index: guides.index, minConfidence: options.minConfidence });
  let position = 0;
  for await (const outcome of outcomes) {
    const file = files[position++];
    if ('reason' in outcome) {
      process.stderr.write(`${file ?? 'Standard input'} cannot be read: ${outcome.reason}\n`);
      code = 2;
      continue;
    }
    const finding = { file, scan: outcome.scan };
    findings.push(finding);
    if (report.file) process.stdout.write(report.file(finding, told));
    if (code === 0 && hasUnexplained(finding)) code = 1;
  }
  if (report.end) process.stdout.write(await report.end(findings, told));
  return code;
}

/** Loads the guides that the options name; says what is wrong when they cannot be had. */
export async function guidesFor({ index }: Pick<MatchOptions, 'index'>): Promise<GuideSource | undefined> {
  try {
    return await loadGuides(index ?? join(projectRoot, 'content'), (line) => console.error(line));
  } catch (error) {
    if (!(error instanceof NoGuides)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

export function reportOptions(guides: GuideSource, { max }: Pick<MatchOptions, 'max'>): ReportOptions {
  const hasColour = process.stdout.isTTY && !process.env['NO_COLOR'];
  return { guides, hasColour, max, folder: process.env['GITHUB_WORKSPACE'] ?? process.cwd() };
}

export function hasUnexplained({ scan: { groups } }: Finding): boolean {
  return groups.some(({ hits }) => hits.length === 0);
}

async function* readInput(guides: GuideSource, options: MatchOptions): AsyncGenerator<Outcome> {
  try {
    yield { scan: await findErrors(standardInput(options.tee ?? false), guides, options) };
  } catch (error) {
    yield { reason: reasonOf(error) };
  }
}

/** Standard input; with `tee` it is written to standard output as it comes. */
async function* standardInput(tee: boolean): AsyncGenerator<Buffer> {
  if (process.stdin.isTTY) process.stderr.write('Paste a stack trace or a log, then press Ctrl-D.\n');
  if (fstatSync(process.stdin.fd).isDirectory()) throw new FolderGiven();
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (tee) process.stdout.write(chunk);
    yield chunk;
  }
}

/** A reader such as `head` closes the output when it has enough. */
function stopWriting(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EPIPE') process.stderr.write(`The output cannot be written: ${reasonOf(error)}\n`);
  process.exit(2);
}

/** Standard input reads nothing from a folder, and says nothing. */
class FolderGiven extends Error {
  code = 'EISDIR';
}
