import { createReadStream, fstatSync } from 'node:fs';
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
};

/**
 * Names the guide and the cause for every distinct error in files or in standard input.
 * @returns 0 when every error has a guide, 1 when some has none, 2 when a file or the index cannot be read
 */
export async function match(files: string[], options: MatchOptions, places: Places): Promise<number> {
  const guides = await guidesFor(options, places);
  if (!guides) return 2;
  process.stdout.once('error', stopWriting);
  const inputs = files.length === 0 ? [undefined] : files;
  let code = 0;
  const findings: Finding[] = [];
  const report = reports[options.format]!;
  const told = reportOptions(guides, options);
  for (const file of inputs) {
    try {
      const bytes = file === undefined ? standardInput(options.tee ?? false) : createReadStream(file);
      const finding = { file, scan: await findErrors(bytes, guides, options) };
      findings.push(finding);
      if (report.file) process.stdout.write(report.file(finding, told));
      if (code === 0 && hasUnexplained(finding)) code = 1;
    } catch (error) {
      process.stderr.write(`${file ?? 'Standard input'} cannot be read: ${reasonOf(error)}\n`);
      code = 2;
    }
  }
  if (report.end) process.stdout.write(await report.end(findings, told));
  return code;
}

/** Loads the guides that the options name; says what is wrong when they cannot be had. */
export async function guidesFor(
  { index }: Pick<MatchOptions, 'index'>,
  places: Pick<Places, 'content'>,
): Promise<GuideSource | undefined> {
  const missing = index === undefined ? missingContent(places) : undefined;
  if (missing) {
    process.stderr.write(`${missing.slice(0, -1)}, or guides with --index.\n`);
    return undefined;
  }
  try {
    return await loadGuides(index ?? places.content, (line) => console.error(line));
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
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (tee) process.stdout.write(chunk);
    yield chunk;
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Check its name and the folder that you are in.',
  EISDIR: 'it is a folder. Name the files in it.',
  Z_BUF_ERROR: 'it is a gzip file that ends too early. Copy it again.',
  Z_DATA_ERROR: 'it begins like a gzip file and is none, or it is damaged. Copy it again.',
  ENOSPC: 'there is no space for the output. Free some, or write it elsewhere.',
  EACCES: 'permission denied. Change its permissions.',
};

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
