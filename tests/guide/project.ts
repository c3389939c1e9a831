import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';

/**
 * A copy of the project with the content of these tests, in a temporary folder: what is built here touches nothing else.
 * @param more folder of content that is laid over it
 */
export async function temporaryProject(more?: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tracebook-project-'));
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const name of ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
    await cp(join(projectRoot, name), join(root, name), { recursive: true });
  }
  await cp(join(import.meta.dirname, 'content'), join(root, 'content'), { recursive: true });
  if (more !== undefined) await cp(more, join(root, 'content'), { recursive: true });
  return root;
}
