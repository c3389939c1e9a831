import { resolve } from 'node:path';
import { chooseFrameworks } from '../locks/choose-frameworks.ts';
import { findPackages, type FoundPackages } from '../locks/find-packages.ts';
import { agentsBlock } from './agents-block.ts';
import type { Places } from '../files/places.ts';
import { guidesFor } from './match.ts';

export type AgentsOptions = {
  /** Where the guides are: a content folder, a built site, its index.json, or a site's address. */
  index?: string;
  /** The project whose lock files are read. */
  folder: string;
};

/**
 * Prints a block for a project's AGENTS.md: the guides to what its lock files name.
 * @returns 0 when it was printed, 1 when no guide is about the project, 2 when the folder or the guides cannot be read
 */
export async function agentsMd({ index, folder }: AgentsOptions, places: Places): Promise<number> {
  const guides = await guidesFor({ ...(index !== undefined && { index }) }, places);
  if (!guides) return 2;
  let found: FoundPackages;
  try {
    found = await findPackages(resolve(folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    console.error(`${folder} cannot be read (${code}). Name the folder of a project.`);
    return 2;
  }
  for (const name of found.unreadable)
    console.error(`${name} cannot be parsed as a lock file, and is skipped. Generate it again.`);
  if (found.files.length === 0) {
    console.error(
      `There is no lock file in ${folder}. Name the folder of a project: tracebook agents-md --folder DIR`,
    );
    return 1;
  }
  const frameworks = chooseFrameworks(guides.index.frameworks, found);
  const block = agentsBlock(frameworks, guides, index);
  if (block === undefined) {
    console.error(
      `No guide is about what ${found.files.join(', ')} names. Try the guides of another site with --index.`,
    );
    return 1;
  }
  process.stdout.write(block);
  return 0;
}
