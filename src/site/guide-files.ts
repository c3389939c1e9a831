import type { CompiledGuide } from '../guide/compile.ts';
import { htmlText } from './trace-notes.ts';

/** A file that a guide's page links to and does not show: its address below the guide's, and its text. */
export type GuideFile = { path: string; text: string };

/** The address of a file that a cause's fix leaves as it is. */
export function filePath(guide: string, cause: string, path: string): string {
  return `/guides/${guide}/files/${cause}/${path}.txt`;
}

/** The files of a guide that stand on pages of their own. */
export function guideFiles(guide: CompiledGuide): GuideFile[] {
  return guide.causes.flatMap((cause) =>
    cause.files.map(({ path, fixed }) => ({
      path: filePath(guide.id, cause.id, path),
      text: `${fixed.map(htmlText).join('\n')}\n`,
    })),
  );
}
