import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { shownFolder, type Places } from '../files/places.ts';

/** What stands beside the content; a file that is there already stays as it is. */
const BESIDE = ['.github/workflows/guides.yml', 'AGENTS.md'];

/**
 * Makes a new site: the content with one proved guide, and beside it a workflow and a page for agents.
 * @param folder the folder one is in
 * @returns 0 when it is made, 1 when the disk refuses, 2 when there is content already
 */
export async function init(places: Places, folder: string = process.cwd()): Promise<number> {
  const content = shownFolder(places.content, folder);
  if (existsSync(places.content)) {
    console.error(`${content} is there already. Go to another folder, or name another one with --content.`);
    return 2;
  }
  const template = join(places.code, 'src', 'template');
  try {
    await copyWhole(join(template, 'content'), places.content);
    console.log(`Made ${content} with one guide, ${content}node/invalid-url/, and ${content}site.yaml.`);
    for (const name of BESIDE) {
      const file = join(folder, name);
      const text = await readFile(join(template, name), 'utf8');
      console.log(
        (await writeNew(file, textFor(text, content)))
          ? `Made ${name}.`
          : `${name} is there already, and stays.`,
      );
    }
  } catch (error) {
    const fault = fileFault(error);
    if (!fault) throw error;
    console.error(fault);
    return 1;
  }
  const options = content === 'content/' ? '' : ` --content ${content}`;
  console.log(
    `Next: name the site in ${content}site.yaml, and run "npx tracebook start${options}" to look at it.`,
  );
  return 0;
}

/** Copies a folder beside its place first, so that none is half-written. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = join(dirname(to), `.${basename(to)}-${process.pid}`);
  try {
    await cp(from, partial, { recursive: true });
    await rename(partial, to);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Writes a file; false when there is one. */
async function writeNew(file: string, text: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The text of a template for content in another folder: its commands name that. */
function textFor(text: string, content: string): string {
  if (content === 'content/') return text;
  return text
    .replaceAll('`content/', `\`${content}`)
    .replace(/^(.*npx tracebook (?:check|prove|build|dev|new)\b)/gm, `$1 --content ${content}`);
}
