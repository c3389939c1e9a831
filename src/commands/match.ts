import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Hit } from '../match/types.ts';
import { missingContent, type Places } from '../files/places.ts';
import { findErrors } from './find-errors.ts';
import { loadGuides, NoGuides, type GuideSource } from './guide-source.ts';
import { type Outcome, readLogs } from './read-logs.ts';
import { reasonOf, writeFault } from './read-error.ts';
import { reports } from './reports/index.ts';
import type { Finding, ReportOptions } from './reports/types.ts';

export type MatchOptions = {
  /** A key of `reports`. */
  format: string;
  /** What to match with: a content folder, a built site, its index.json, or a site's address. */
  index?: string;
  /** The least confidence of a hit that counts. */
  minConfidence: Hit['confidence'];
  /** The largest number of errors to report. */
  max?: number;
  /** Shows standard input as it comes, and the report at its end. */
  tee?: boolean;
  /** Where the report is written; standard output when absent, standard error for `run`. */
  output?: string;
};

/**
 * Names the guide and the cause for every distinct error in files or in standard input.
 * @returns 0 when every error has a guide, 1 when some has none, 2 when a file or the index cannot be read
 */
export async function match(files: string[], options: MatchOptions, places: Places): Promise<number> {
  const guides = await guidesFor(options, places);
  if (!guides) return 2;
  process.stdout.once('error', stopWriting);
  const inputs = files.length === 0 ? [undefined] : files.map((file) => (file === '-' ? undefined : file));
  let code = 0;
  const findings: Finding[] = [];
  const report = reports[options.format]!;
  const told = reportOptions(guides, options);
  const written: string[] = [];
  const write = (text: string) =>
    options.output === undefined ? process.stdout.write(text) : written.push(text);
  let position = 0;
  for await (const outcome of readInputs(inputs, guides, options)) {
    const file = inputs[position++];
    if ('reason' in outcome) {
      process.stderr.write(`${file ?? 'Standard input'} cannot be read: ${outcome.reason}\n`);
      code = 2;
      continue;
    }
    const finding = { file, scan: outcome.scan };
    findings.push(finding);
    if (report.file) write(report.file(finding, told));
    if (code === 0 && hasUnexplained(finding)) code = 1;
  }
  if (report.end) write(await report.end(findings, told));
  return (await writeReport(options.output, written.join(''))) ? code : 2;
}

/**
 * Writes a report to the file that `--output` names, if it names any.
 * @returns whether it is written; else the reason is on standard error
 */
export async function writeReport(file: string | undefined, text: string): Promise<boolean> {
  try {
    if (file !== undefined) await writeFile(file, text);
    return true;
  } catch (error) {
    process.stderr.write(`${file} cannot be written: ${writeFault(error)}\n`);
    return false;
  }
}

/** Loads the guides that the options name; says what is wrong when they cannot be had. */
export async function guidesFor(
  options: Pick<MatchOptions, 'index'>,
  places: Pick<Places, 'content'>,
): Promise<GuideSource | undefined> {
  const found = await guidesOrFault(options, places);
  if (!(found instanceof NoGuides)) return found;
  process.stderr.write(`${found.message}\n`);
  return undefined;
}

/** Loads the guides that the options name, or says why they cannot be had. */
export async function guidesOrFault(
  { index }: Pick<MatchOptions, 'index'>,
  places: Pick<Places, 'content'>,
): Promise<GuideSource | NoGuides> {
  const missing = index === undefined ? missingContent(places) : undefined;
  if (missing) return new NoGuides(`${missing.slice(0, -1)}, or guides with --index.`);
  try {
    return await loadGuides(index ?? places.content, (line) => console.error(line));
  } catch (error) {
    if (error instanceof NoGuides) return error;
    throw error;
  }
}

export function reportOptions(guides: GuideSource, { max }: Pick<MatchOptions, 'max'>): ReportOptions {
  const hasColour = process.stdout.isTTY && !process.env['NO_COLOR'];
  return { guides, hasColour, max, folder: checkoutFolder() };
}

/** Where GitHub or GitLab have checked out the code; elsewhere the folder one is in. */
function checkoutFolder(): string {
  return process.env['GITHUB_WORKSPACE'] || process.env['CI_PROJECT_DIR'] || process.cwd();
}

export function hasUnexplained({ scan: { groups } }: Finding): boolean {
  return groups.some(({ hits }) => hits.length === 0);
}

/** @param inputs names of files; undefined is standard input */
async function* readInputs(
  inputs: (string | undefined)[],
  guides: GuideSource,
  options: MatchOptions,
): AsyncGenerator<Outcome> {
  for (let start = 0; start < inputs.length;) {
    const end = inputs.indexOf(undefined, start);
    const files = inputs.slice(start, end < 0 ? undefined : end) as string[];
    yield* readLogs(files, { index: guides.index, minConfidence: options.minConfidence });
    if (end >= 0) yield* readInput(guides, options);
    start = end < 0 ? inputs.length : end + 1;
  }
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
  let last: number | undefined;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    // A slow reader of the output slows the input: nothing piles up.
    if (tee && !process.stdout.write(chunk)) await once(process.stdout, 'drain');
    last = chunk.at(-1);
    yield chunk;
  }
  // What the report begins with stands on a line of its own: GitHub reads commands only there.
  if (tee && last !== undefined && last !== NEWLINE) process.stdout.write('\n');
}

const NEWLINE = 0x0a;

/** A reader such as `head` closes the output when it has enough. */
function stopWriting(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EPIPE') process.stderr.write(`The output cannot be written: ${reasonOf(error)}\n`);
  process.exit(2);
}

/** Standard input reads nothing from a folder, and says nothing. */
class FolderGiven extends Error {
  code = 'EISDIR';
}
