import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepControlGroups } from './cgroup.ts';
import { isLeftover, isOwned } from './owner.ts';
import { MOUNT_TABLE, removeFolder } from './run-folder.ts';
import { endServers } from './servers.ts';

/** The variable that marks a sandbox's processes with the name of their session. */
export const MARK = 'TRACEBOOK_SESSION';

/**
 * Ends and removes what killed sessions left: processes, control groups, folders.
 * What belongs to a living one, or to another user, stays.
 * @param parent holds the folders of sessions
 */
export async function sweepLeftovers(
  parent: string,
): Promise<{ processes: number; groups: number; folders: number }> {
  let processes = 0;
  for (const folder of await leftFolders(parent)) processes += await endServersIn(folder);
  processes += await killMarked((name) => isLeftover(name, Date.now()));
  const groups = await sweepControlGroups();
  const folders = await removeLeftFolders(parent);
  return { processes, groups, folders };
}

/** Removes the folders of a parent whose makers were killed. Returns how many. */
export async function removeLeftFolders(parent: string): Promise<number> {
  let count = 0;
  for (const folder of await leftFolders(parent)) {
    // What a process still writes into is removed the next time.
    await removeFolder(folder).then(
      () => (count += 1),
      () => {},
    );
  }
  return count;
}

async function leftFolders(parent: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await readdir(parent).catch(() => [])).filter(isOwned)) {
    const folder = join(parent, name);
    const status = await lstat(folder).catch(() => undefined);
    if (!status?.isDirectory() || status.uid !== process.getuid?.()) continue;
    if (await isLeftover(name, status.mtimeMs)) found.push(folder);
  }
  return found;
}

async function endServersIn(session: string): Promise<number> {
  let count = 0;
  for (const run of await readdir(session).catch(() => [])) {
    const names: string[] = await readdir(join(session, run)).catch(() => []);
    // In namespaces servers are gone, and the program could have written any process id.
    if (!names.includes(MOUNT_TABLE)) count += await endServers(join(session, run, 'services'));
  }
  return count;
}

/** Ends all processes whose mark fits. Only Linux shows it, and only of one's own processes. Returns how many. */
export async function killMarked(fits: (mark: string) => boolean | Promise<boolean>): Promise<number> {
  let count = 0;
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    const mark = environment.split('\0').find((variable) => variable.startsWith(`${MARK}=`));
    if (!mark || !(await fits(mark.slice(MARK.length + 1)))) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
      count += 1;
    } catch {
      // It ended by itself.
    }
  }
  return count;
}
