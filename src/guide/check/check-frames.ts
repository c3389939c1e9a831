import { join } from 'node:path';
import { parsedTraces } from './parsed-traces.ts';
import type { Frame } from '../../trace/types.ts';
import type { SourceFile } from '../content-files.ts';
import type { Cause, Guide } from '../content.ts';
import { composeRun } from '../layers.ts';
import { tracesOf } from '../records.ts';
import type { Report } from './report.ts';

/**
 * Checks that each of the program's own frames in a recorded trace names a line that is in the file shown.
 * Frames in files that the run itself makes (a compiler's output) are not the author's and are not checked.
 */
export function checkFrames(guide: Guide, cause: Cause, report: Report): void {
  for (const { environment, dir, trace } of tracesOf(cause)) {
    const place = guide.framework.environments.find(({ id }) => id === environment)!;
    const files = composeRun(guide, cause, place, 'broken', cause);
    for (const frame of ownFrames(trace)) {
      const file = findFile(frame.file, files);
      const lines = file?.text.replace(/\n$/, '').split('\n').length;
      const where = { line: frame.inputLine };
      if (file === undefined && frame.file.startsWith('/app/')) {
        const names = files.map(({ path }) => path).join(', ');
        const message = `names ${frame.file}, which is not among the files of broken (${names}). Prove the cause again.`;
        report.file(join(dir, 'trace.txt'), message, where);
      } else if (file && lines !== undefined && frame.line > lines) {
        const message = `names line ${frame.line} of ${file.path}, which has ${lines} lines. Prove the cause again.`;
        report.file(join(dir, 'trace.txt'), message, where);
      }
    }
  }
}

type OwnFrame = { file: string; line: number; inputLine: number };

/** The frames of the program itself, but those in packages and in what a build makes. */
function ownFrames(trace: string): OwnFrame[] {
  return parsedTraces(trace)
    .flatMap(({ exceptions }) => exceptions.flatMap(({ frames }) => frames))
    .filter((frame): frame is Frame & OwnFrame => frame.file !== undefined && frame.line !== undefined)
    .map((frame) => ({ ...frame, file: frame.file.replace(/^file:\/\//, '') }))
    .filter(
      ({ file, origin }) =>
        origin === 'app' &&
        !/(^|\/)(node_modules|\.venv|vendor|target|dist|build|out)\//.test(file) &&
        (file.startsWith('/app/') || !/^(\/|[a-z]+:)/i.test(file)),
    );
}

/** A frame names a file by its path in /app, or as Java does, by its name alone. */
function findFile(path: string, files: SourceFile[]): SourceFile | undefined {
  const name = path.replace(/^\/app\/|^\.\//, '');
  return (
    files.find((file) => file.path === name) ?? files.find((file) => file.path.split('/').at(-1) === name)
  );
}
