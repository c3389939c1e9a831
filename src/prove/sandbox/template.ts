import { execFile } from 'node:child_process';
import { mkdir, rename, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { dirname, join } from 'node:path';
import type { PreparedService } from '../services/types.ts';
import { StartFailed } from './errors.ts';
import { makeOwnedName } from './owner.ts';
import { copyFolder, removeFolder } from './run-folder.ts';
import { runInSandbox, type RunPlace } from './run.ts';
import { removeLeftFolders } from './sweep.ts';

/**
 * Makes what a service's data begins with, unless it is there: in a sandbox, as the server will run.
 * @throws StartFailed with what the server's own tools print
 */
export async function makeTemplate(
  place: RunPlace,
  { id, version, template, folders }: PreparedService,
): Promise<void> {
  if (!template || (await exists(template.folder))) return;
  const { exit, output, stopped } = await runInSandbox(place, {
    command: `mkdir -m 700 "$PWD/data" && export DATA="$PWD/data" && ${template.command}\ntouch complete`,
    files: [],
    tools: { environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }, paths: [] },
    folders,
    isServer: true,
    limits: { seconds: 120, outputBytes: 100_000 },
    collect: async (run) => {
      const data = join(run.app, 'data');
      if (await exists(join(run.app, 'complete'))) await keep(data, template.folder);
    },
  });
  if (await exists(template.folder)) return;
  const how = stopped ? `was stopped (${stopped})` : `ended with exit code ${exit}`;
  const end = output.trimEnd().split('\n').slice(-20).join('\n');
  throw new StartFailed(`${id} ${version} could not be set up: it ${how}.\n${end}`);
}

/** Written whole under another name: what is there under its own is complete. */
async function keep(data: string, folder: string): Promise<void> {
  const making = join(dirname(folder), await makeOwnedName());
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftFolders(dirname(folder));
  try {
    await copyFolder(data, making);
    // Another user may need it next: who copies it makes it private again.
    if (process.getuid?.() === 0) await promisify(execFile)('chown', ['-R', '0:0', making]);
    await promisify(execFile)('chmod', ['-R', 'a+rX', making]);
    await rename(making, folder).catch(async (error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await removeFolder(making);
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
