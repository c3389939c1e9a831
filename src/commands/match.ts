import { once } from 'node:events';
import { createReadStream, fstatSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { scan, type Scan } from '../match/scan.ts';
import type { Hit } from '../match/types.ts';
import { missingContent, type Places } from '../files/places.ts';
import { decode, NotText } from './decode.ts';
import { loadGuides, NoGuides, type GuideSource } from './guide-source.ts';
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
  for (const file of inputs) {
    try {
      const bytes = file === undefined ? standardInput(options.tee ?? false) : createReadStream(file);
      const finding = { file, scan: await findErrors(bytes, guides, options) };
      findings.push(finding);
      if (report.file) write(report.file(finding, told));
      if (code === 0 && hasUnexplained(finding)) code = 1;
    } catch (error) {
      process.stderr.write(`${file ?? 'Standard input'} cannot be read: ${reasonOf(error)}\n`);
      code = 2;
    }
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

/** Reads bytes, and keeps of each error the hits that are sure enough. */
export function findErrors(
  bytes: AsyncIterable<Buffer>,
  guides: GuideSource,
  options: Pick<MatchOptions, 'minConfidence'>,
): Promise<Scan> {
  return scanFor(decode(bytes), guides, options);
}

/** Reads a text in pieces, and keeps of each error the hits that are sure enough. */
export async function scanFor(
  chunks: AsyncIterable<string> | Iterable<string>,
  { index }: GuideSource,
  { minConfidence }: Pick<MatchOptions, 'minConfidence'>,
): Promise<Scan> {
  const found = await scan(chunks, index);
  const least = confidences.indexOf(minConfidence);
  const isSure = ({ confidence }: Hit) => confidences.indexOf(confidence) <= least;
  return { ...found, groups: found.groups.map((group) => ({ ...group, hits: group.hits.filter(isSure) })) };
}

/** The surest first. */
export const confidences: Hit['confidence'][] = ['exact', 'likely', 'possible'];

export function hasUnexplained({ scan: { groups } }: Finding): boolean {
  return groups.some(({ hits }) => hits.length === 0);
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

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Check its name and the folder that you are in.',
  EISDIR: 'it is a folder. Name the files in it.',
  Z_BUF_ERROR: 'it is a gzip file that ends too early. Copy it again.',
  Z_DATA_ERROR: 'it begins like a gzip file and is none, or it is damaged. Copy it again.',
  ENOSPC: 'there is no space for the output. Free some, or write it elsewhere.',
  EACCES: 'permission denied. Change its permissions.',
};

/** Why a report cannot be written, and what to do about it. */
function writeFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'its folder is not there. Make the folder.';
  return code === 'EISDIR' ? 'it is a folder. Name a file in it.' : (REASONS[code ?? ''] ?? `${message}.`);
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

/** What is wrong, and what to do about it. */
function reasonOf(error: unknown): string {
  if (error instanceof NotText) return 'it is not text. Unpack it first if it is an archive.';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (
    REASONS[code] ?? `${message.replace(/\.$/, '')}. Report it with the part of the text that causes it.`
  );
}
