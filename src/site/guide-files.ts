import type { CompiledCause, CompiledGuide } from '../guide/compile.ts';
import { htmlText } from './trace-notes.ts';

/** A file that a guide's page links to and does not show: its address, and its text. */
export type GuideFile = { path: string; text: string };

/** Locks that tools write; a change of them is not for reading. */
const LOCK =
  /(?:^|\/)(?:package-lock\.json|requirements\.txt|go\.sum|Cargo\.lock|composer\.lock|Gemfile\.lock)$/;

/** Whether a changed file is only linked to. */
export const isLinkedOnly = (file: CompiledCause['files'][number]) => LOCK.test(file.path);

/** The address of a file of a cause, or of what it printed. */
export function filePath(guide: string, cause: string, path: string): string {
  return `/guides/${guide}/files/${cause}/${path}.txt`;
}

/** The address of what a cause's broken code printed. */
export function tracePath(guide: string, cause: string, environment: string): string {
  return filePath(guide, cause, `recorded/${environment}/trace`);
}

/** The address of what a cause's test printed. */
export function testOutputPath(guide: string, cause: string, side: 'broken' | 'fixed'): string {
  return filePath(guide, cause, `recorded/test-${side}`);
}

/** Files that are the same in every cause of a guide, where there are several. */
export function sharedFiles({ causes }: Pick<CompiledGuide, 'causes'>): CompiledCause['unchanged'] {
  const [first, ...others] = causes;
  if (!first || others.length === 0) return [];
  const text = (lines: string[]) => lines.join('\n');
  return first.unchanged.filter((file) =>
    others.every(({ unchanged }) =>
      unchanged.some(({ path, lines }) => path === file.path && text(lines) === text(file.lines)),
    ),
  );
}

/** The address of the files that every cause of a guide has, in one text. */
export function sharedPath(guide: string): string {
  return `/guides/${guide}/files/shared.txt`;
}

/** Files one after the other, each below its name. */
const joinFiles = (files: CompiledCause['unchanged']) =>
  files.map(({ path, lines }) => `==> ${path} <==\n${lines.map(htmlText).join('\n')}\n`).join('\n');

/** The files of a guide that stand on pages of their own: those that stay, changed locks, recorded traces. */
export function guideFiles(guide: CompiledGuide): GuideFile[] {
  const common = sharedFiles(guide);
  const shared = new Set(common.map(({ path }) => path));
  const isOwn = ({ path }: { path: string }) => !shared.has(path);
  const own = guide.causes.flatMap((cause) => {
    const code = [
      ...cause.unchanged.filter(isOwn),
      ...cause.files.filter(isLinkedOnly).map(({ path, fixed }) => ({ path, lines: fixed })),
    ].map(({ path, lines }) => ({
      path: filePath(guide.id, cause.id, path),
      text: `${lines.map(htmlText).join('\n')}\n`,
    }));
    const traces = cause.recorded.flatMap(({ environment, trace }) =>
      trace === undefined ? [] : { path: tracePath(guide.id, cause.id, environment), text: trace },
    );
    const proof = cause.recorded[0]?.proof;
    const outputs = (['broken', 'fixed'] as const).flatMap((side) =>
      proof ? { path: testOutputPath(guide.id, cause.id, side), text: proof[side].test.output } : [],
    );
    return [...code, ...traces, ...outputs];
  });
  return common.length === 0 ? own : [...own, { path: sharedPath(guide.id), text: joinFiles(common) }];
}
