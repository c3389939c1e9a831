import type { CompiledGuide } from '../guide/compile.ts';
import { linkedName, SHARED, type LinkedCode } from '../guide/linked-code.ts';
import { isLongOutput } from './printed.ts';

/** What a guide's page links to and does not show: its address, and its text. */
export type GuideFile = { path: string; text: string };

/** The address of the files of a cause that its section does not show, in one text. */
export function codePath(guide: string, cause: string, code: keyof LinkedCode): string {
  return filePath(guide, linkedName(cause, code));
}

/** The address of the files that every cause of a guide has, in one text. */
export function sharedPath(guide: string): string {
  return filePath(guide, SHARED);
}

/** The address of what a cause's broken code printed. */
export function tracePath(guide: string, cause: string, environment: string): string {
  return filePath(guide, `${cause}.trace-${environment}`);
}

/** The address of what a cause's test printed; a text that is short enough to be shown whole has none. */
export function testOutputPath(guide: string, cause: string, side: 'broken' | 'fixed'): string {
  return filePath(guide, `${cause}.test-${side}`);
}

/** One folder has all texts of a guide: a site has thousands of guides, and a folder costs more than a file. */
const filePath = (guide: string, name: string) => `/guides/${guide}/files/${name}.txt`;

/** The texts of a guide that stand on pages of their own: files that stay, changed locks, what was recorded. */
export function guideFiles({ id, code, causes }: CompiledGuide): GuideFile[] {
  const recorded = causes.flatMap((cause) => {
    const traces = cause.recorded.flatMap(({ environment, trace }) =>
      trace === undefined ? [] : { path: tracePath(id, cause.id, environment), text: trace },
    );
    const proof = cause.recorded[0]?.proof;
    const outputs = (['broken', 'fixed'] as const).flatMap((side) =>
      proof && isLongOutput(proof[side].test.output)
        ? { path: testOutputPath(id, cause.id, side), text: proof[side].test.output }
        : [],
    );
    return [...traces, ...outputs];
  });
  return [...code.map(({ name, text }) => ({ path: filePath(id, name), text })), ...recorded];
}
