import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { missingContent, type Places } from '../files/places.ts';
import { readContent } from '../guide/content.ts';
import { formatProblem } from '../guide/problems.ts';
import { hosts } from '../hosts/index.ts';
import { hostedSite } from '../site/hosted-site.ts';

/**
 * Prints what a host must be told to serve the site, or writes it into a folder. What to do with it goes to standard error.
 * @param name a key of `hosts`
 * @returns 0 when it was printed or written, 1 when the content or the folder has a problem, 2 when there is no content
 */
export async function host(
  name: string,
  { write }: { write?: string },
  places: Pick<Places, 'content'>,
): Promise<number> {
  const missing = missingContent(places);
  if (missing) {
    console.error(missing);
    return 2;
  }
  const { content, problems } = readContent(places.content);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) return 1;
  const site = hostedSite(content);
  const { files, notes } = hosts[name]!;
  const all = Object.entries(files(site));
  try {
    for (const [path, text] of all) {
      if (write === undefined) {
        process.stdout.write(
          `${all.length > 1 ? `==> ${path} <==\n` : ''}${text}${all.length > 1 ? '\n' : ''}`,
        );
        continue;
      }
      await mkdir(dirname(join(write, path)), { recursive: true });
      await writeFile(join(write, path), text);
      console.log(join(write, path));
    }
  } catch (error) {
    const fault = fileFault(error);
    if (!fault) throw error;
    console.error(fault);
    return 1;
  }
  for (const note of notes(site)) console.error(note);
  return 0;
}
