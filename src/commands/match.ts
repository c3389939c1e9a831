import { createReadStream, fstatSync } from 'node:fs';
import { join } from 'node:path';
import { matchIndex } from '../guide/match-index.ts';
import { formatProblem } from '../guide/problems.ts';
import { readContent } from '../guide/content.ts';
import { decode, NotText } from './decode.ts';
import { scan } from '../match/scan.ts';
import { projectRoot } from '../site/project.ts';
import { scanToJson } from './match-json.ts';
import { formatScan } from './match-text.ts';

/**
 * Names the guide and the cause for every distinct error in files or in standard input.
 * Returns 0 when every error has a guide, 1 when some has none, 2 when a file cannot be read.
 */
export async function match(files: string[], options: { json?: boolean }): Promise<number> {
  const { content, problems } = readContent(join(projectRoot, 'content'));
  for (const problem of problems) console.error(formatProblem(problem));
  const index = matchIndex(content);
  const hasColour = process.stdout.isTTY && !process.env['NO_COLOR'];
  process.stdout.once('error', stopWriting);
  let code = 0;
  for (const file of files.length === 0 ? [undefined] : files) {
    if (file === undefined && process.stdin.isTTY)
      process.stderr.write('Paste a stack trace or a log, then press Ctrl-D.\n');
    try {
      if (file === undefined && fstatSync(process.stdin.fd).isDirectory()) throw new FolderGiven();
      const bytes: AsyncIterable<Buffer> = file === undefined ? process.stdin : createReadStream(file);
      const result = await scan(decode(bytes), index);
      process.stdout.write(
        options.json ? `${JSON.stringify(scanToJson(file, result))}\n` : formatScan(file, result, hasColour),
      );
      if (code === 0 && result.groups.some((group) => group.hits.length === 0)) code = 1;
    } catch (error) {
      process.stderr.write(`${file ?? 'Standard input'} cannot be read: ${reasonOf(error)}\n`);
      code = 2;
    }
  }
  return code;
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
