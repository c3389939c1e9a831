import { createReadStream } from 'node:fs';
import { matchIndex } from '../guide/index.ts';
import { readContent } from '../guide/read.ts';
import { appFrame } from '../match/fingerprint.ts';
import { type Group, type Hit, scan, type Scan } from '../match/index.ts';
import type { Exception } from '../trace/types.ts';

/**
 * Names the guide and the cause for every distinct error in files or in standard input.
 * Returns 0 when every error has a guide, 1 when some has none, 2 when a file cannot be read.
 */
export async function match(files: string[], options: { json?: boolean }): Promise<number> {
  const { content } = await readContent('content');
  const index = matchIndex(content);
  let code = 0;
  for (const file of files.length === 0 ? [undefined] : files) {
    try {
      const result = await scan(
        file === undefined ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8'),
        index,
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(report(file, result))}\n` : summary(file, result),
      );
      if (code === 0 && result.groups.some((group) => group.hits.length === 0)) code = 1;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      process.stderr.write(
        `${file ?? 'Standard input'} cannot be read: ${reason(error)} Name a file that exists and is text.\n`,
      );
      code = 2;
    }
  }
  return code;
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'you may not read it.',
};
const reason = (error: Error & { code?: unknown }) => REASONS[String(error.code)] ?? `${error.message}.`;

function report(file: string | undefined, { groups, lines }: Scan) {
  return { ...(file === undefined ? {} : { file }), traces: groups.map(groupReport), lines };
}

function groupReport({ trace, hits, count, first }: Group) {
  const frame = appFrame(trace);
  return {
    language: trace.language,
    format: trace.format,
    count,
    span: first,
    root: named(trace.exceptions[trace.root]),
    reported: named(trace.exceptions[trace.reported]),
    frames: trace.exceptions[trace.root]?.frames.length ?? 0,
    appFrame: frame === undefined ? null : { file: frame.file, line: frame.line, function: frame.function },
    hits: hits.map((hit) => ({
      guide: hit.guide,
      cause: hit.cause,
      confidence: hit.confidence,
      url: url(hit),
      evidence: hit.evidence,
    })),
  };
}

const named = (exception: Exception | undefined) => ({
  type: exception?.type ?? '',
  message: exception?.message ?? '',
  code: exception?.code ?? null,
});

const url = (hit: Hit) => `/guides/${hit.guide}/${hit.cause === null ? '' : `#${hit.cause}`}`;

function summary(file: string | undefined, { groups, lines, dropped }: Scan): string {
  const name = file ?? 'standard input';
  if (groups.length === 0) return `${name}: no error found in ${lines} lines.\n`;
  const more = dropped === 0 ? '' : `  ${dropped} more were left out: there are too many different ones.\n`;
  return `${name}: ${groups.length} ${groups.length === 1 ? 'error' : 'different errors'} in ${lines} lines.\n${groups.map(paragraph).join('')}${more}`;
}

function paragraph({ trace, hits, count, first }: Group): string {
  const root = trace.exceptions[trace.root];
  const message = root?.message.split('\n', 1)[0] ?? '';
  const title = [root?.type || 'An error without a name', message].filter(Boolean).join(': ');
  const place = first[0] === first[1] ? `line ${first[0]}` : `lines ${first[0]} to ${first[1]}`;
  const guides = hits.slice(0, 3).map((hit) => `    ${hit.confidence}: ${url(hit)}\n`);
  return `\n  ${title.slice(0, 200)}\n    ${place}${count > 1 ? `, ${count} times` : ''}\n${guides.length > 0 ? guides.join('') : '    no guide\n'}`;
}
