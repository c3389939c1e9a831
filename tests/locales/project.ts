import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../../src/locales/index.ts';
import { temporaryProject } from '../guide/project.ts';
import { pseudoLocale } from './pseudo.ts';

/**
 * A project whose interface is in the pseudo-locale, with one guide in it and one in English. A locale is a file and a
 * line: that is all that is written here.
 * @returns its folder, for the caller to remove
 */
export async function pseudoProject(): Promise<string> {
  const root = await temporaryProject(join(import.meta.dirname, 'content'));
  const folder = join(root, 'src', 'locales');
  const index = await readFile(join(folder, 'index.ts'), 'utf8');
  await writeFile(
    join(folder, 'ar-XB.ts'),
    `import type { Locale } from './locale.ts';\n\nexport const pseudo: Locale = ${JSON.stringify(pseudoLocale(locales['en']!))};\n`,
  );
  await writeFile(
    join(folder, 'index.ts'),
    `import { pseudo } from './ar-XB.ts';\n${index.replace('= { de, en }', "= { de, en, 'ar-XB': pseudo }")}`,
  );
  return root;
}
