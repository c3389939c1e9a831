import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepControlGroups } from './cgroup.ts';
import { isLeftover, isOwned } from './owner.ts';
import { removeFolder } from './run-folder.ts';

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
  const processes = await killMarked((name) => isLeftover(name, Date.now()));
  const groups = await sweepControlGroups();
  let folders = 0;
  for (const name of (await readdir(parent).catch(() => [])).filter(isOwned)) {
    const folder = join(parent, name);
    const status = await stat(folder).catch(() => undefined);
    if (!status || status.uid !== process.getuid?.() || !(await isLeftover(name, status.mtimeMs))) continue;
    await removeFolder(folder);
    folders += 1;
  }
  return { processes, groups, folders };
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
