import { execFile } from 'node:child_process';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A control group of the kernel that holds the memory of what runs in it. */
export type MemoryGroup = {
  /** Who writes its process id into this file belongs to the group, and so do its children. */
  procs: string;
  remove(): Promise<void>;
};

let made = 0;

/**
 * Makes a group whose processes together get so much memory and no swap: who takes more is killed by the kernel.
 * @returns the group, or why this machine has none to give
 */
export async function memoryGroup(megabytes: number): Promise<MemoryGroup | { missing: string }> {
  const bytes = String(megabytes * 1024 * 1024);
  let reason = 'no control group here hands out limits of memory';
  for (const { folder, version } of await candidates()) {
    const group = join(folder, `tracebook-${process.pid}-${++made}`);
    try {
      await mkdir(group);
    } catch (error) {
      reason = `no control group can be made in ${folder} (${(error as NodeJS.ErrnoException).code})`;
      continue;
    }
    const remove = () => removeGroup(group);
    try {
      const [memory, swap] = files[version];
      await writeFile(join(group, memory), bytes);
      // Not every kernel counts swap.
      await writeFile(join(group, swap), version === 1 ? bytes : '0').catch(() => {});
      const procs = join(group, 'cgroup.procs');
      await promisify(execFile)('/bin/sh', ['-c', 'echo $$ > "$0"', procs]);
      return { procs, remove };
    } catch {
      reason = `the control group ${folder} hands out no limits of memory`;
      await remove();
    }
  }
  return { missing: `${reason}; run it as root, or in a container with its own control groups` };
}

const files = {
  1: ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes'],
  2: ['memory.max', 'memory.swap.max'],
} as const;

/** Folders in which a group could be made, the best first. */
async function candidates(): Promise<{ folder: string; version: 1 | 2 }[]> {
  const [mounts, own] = await Promise.all(
    ['/proc/self/mounts', '/proc/self/cgroup'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const found: { folder: string; version: 1 | 2 }[] = [];
  for (const line of mounts!.split('\n')) {
    const [, folder, type, options] = line.split(' ');
    if (type === 'cgroup' && options!.split(',').includes('memory'))
      found.push({ folder: folder!, version: 1 });
    if (type !== 'cgroup2') continue;
    // A group with processes has no limited children: look from the own group's parent upwards.
    let path = own!.match(/^0::(.*)$/m)?.[1] ?? '/';
    do {
      path = dirname(path);
      const parent = join(folder!, path);
      if (await handsDownMemory(parent)) found.push({ folder: parent, version: 2 });
    } while (path !== '/');
  }
  return found;
}

/** Whether groups below a group may limit memory; asks for it where it is not so yet. */
async function handsDownMemory(parent: string): Promise<boolean> {
  const control = join(parent, 'cgroup.subtree_control');
  const includesMemory = async () => /\bmemory\b/.test(await readFile(control, 'utf8').catch(() => ''));
  if (await includesMemory()) return true;
  await writeFile(control, '+memory').catch(() => {});
  return await includesMemory();
}

/** The kernel keeps a group until its last process is gone, which may take a moment after it was killed. */
async function removeGroup(group: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      return await rmdir(group);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      await sleep(20);
    }
  }
}
