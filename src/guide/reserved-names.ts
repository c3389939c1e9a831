import { basename } from 'node:path';
import type { ContentFiles } from './content-files.ts';

/** Names that no framework, guide or cause can have: the folders of these names hold something else. */
export const reservedNames = {
  framework: ['components', 'pages'],
  guide: ['environments', 'app'],
  cause: ['app'],
} as const;

/** Reports a framework, a guide or a cause whose folder has a name that means something else. */
export function checkReserved(files: ContentFiles, dir: string, mark: string): void {
  if (!files.entries(dir).some(({ name }) => name === mark)) return;
  files.report(dir, `holds ${mark}, and "${basename(dir)}" can be no name of its own. Rename the folder.`);
}
