import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
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
  for (const name of ['src', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
    await cp(join(projectRoot, name), join(root, name), { recursive: true });
  }
  await cp(join(import.meta.dirname, 'content'), join(root, 'content'), { recursive: true });
  if (more !== undefined) await cp(more, join(root, 'content'), { recursive: true });
  return root;
}

/** Serves a copy of the project as `npm run dev` does. `stop` ends the server and removes the copy. */
export async function startDev(): Promise<{ root: string; url: string; stop(): Promise<void> }> {
  const root = await temporaryProject();
  const server = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'dev', '--port', '0'], { cwd: root });
  const closed = new Promise((resolve) => server.on('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/errors\//.exec(output)?.[0];
      if (address) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('close', () => reject(new Error(output)));
  });
  const stop = async () => {
    server.kill();
    await closed;
    await rm(root, { recursive: true, force: true });
  };
  return { root, url, stop };
}
