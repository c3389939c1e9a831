import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isLeftover, isOwned } from './owner.ts';

/** A control group of the kernel: limits what runs in it. */
export type ControlGroup = {
  /** A process that writes 0 into each of these files belongs to the group, and so do its children. */
  files: string[];
  limits: { memory: boolean; processes: boolean };
  /** Ends all that is in the group and removes it. */
  remove(): Promise<void>;
};

/** Control groups of this machine in which others can be made. */
export type ControlGroups = {
  parents: Parent[];
  /** True when they limit memory, or else a sentence that says why not. */
  memory: true | string;
};

type GroupLimits = { megabytes: number; processes: number };
const PROBE_LIMITS: GroupLimits = { megabytes: 1024, processes: 1000 };

type Controller = 'memory' | 'pids';
type Parent = { folder: string; version: 1 | 2; controllers: Controller[] };

/** Finds the control groups that this process may use, by making one. */
export async function findControlGroups(name: string): Promise<ControlGroups> {
  const parents: Parent[] = [];
  let reason = 'no control group here hands out limits of memory';
  for (const parent of await candidates()) {
    const missing = parent.controllers.filter(
      (one) => !parents.some(({ controllers }) => controllers.includes(one)),
    );
    if (missing.length === 0) continue;
    const group = join(parent.folder, `${name}-probe`);
    try {
      await mkdir(group);
      for (const controller of missing) await setLimit(group, parent.version, controller, PROBE_LIMITS);
      await promisify(execFile)('/bin/sh', ['-c', 'echo 0 > "$0"', join(group, 'cgroup.procs')]);
      parents.push({ ...parent, controllers: missing });
    } catch (error) {
      if (!missing.includes('memory')) continue;
      reason = `the control group ${parent.folder} cannot be used (${(error as NodeJS.ErrnoException).code ?? 'it takes no process'})`;
    } finally {
      await removeGroup(group);
    }
  }
  const hasMemory = parents.some(({ controllers }) => controllers.includes('memory'));
  return {
    parents,
    memory: hasMemory || `${reason}. Run it as root, or in a container with its own control groups`,
  };
}

/**
 * Makes a group whose processes together get so much memory and no swap, and so many processes and threads.
 * Whoever takes more memory is killed by the kernel.
 */
export async function makeControlGroup(
  { parents }: ControlGroups,
  name: string,
  limits: GroupLimits,
): Promise<ControlGroup | undefined> {
  if (parents.length === 0) return undefined;
  const groups = parents.map(({ folder }) => join(folder, name));
  const remove = async () => void (await Promise.all(groups.map(removeGroup)));
  try {
    for (const [index, { version, controllers }] of parents.entries()) {
      await mkdir(groups[index]!);
      for (const controller of controllers) {
        await setLimit(groups[index]!, version, controller, limits);
      }
    }
  } catch (error) {
    await remove();
    throw error;
  }
  const controllers = parents.flatMap((parent) => parent.controllers);
  return {
    files: groups.map((group) => join(group, 'cgroup.procs')),
    limits: { memory: controllers.includes('memory'), processes: controllers.includes('pids') },
    remove,
  };
}

/** Removes the groups that processes left which are gone, and ends what is in them. Returns how many. */
export async function sweepControlGroups(): Promise<number> {
  let count = 0;
  for (const { folder } of await candidates()) {
    for (const name of (await readdir(folder).catch(() => [])).filter(isOwned)) {
      const group = join(folder, name);
      const status = await stat(group).catch(() => undefined);
      if (!status || status.uid !== process.getuid?.() || !(await isLeftover(name, status.mtimeMs))) continue;
      await removeGroup(group);
      count += 1;
    }
  }
  return count;
}

async function setLimit(
  group: string,
  version: 1 | 2,
  controller: Controller,
  { megabytes, processes }: GroupLimits,
): Promise<void> {
  const write = (file: string, value: number) => writeFile(join(group, file), String(value));
  if (controller === 'pids') return await write('pids.max', processes);
  const bytes = megabytes * 1024 * 1024;
  await write(version === 1 ? 'memory.limit_in_bytes' : 'memory.max', bytes);
  // Not every kernel counts swap.
  if (version === 1) await write('memory.memsw.limit_in_bytes', bytes).catch(() => {});
  else await write('memory.swap.max', 0).catch(() => {});
}

/** Folders in which a group could be made, the best first. */
async function candidates(): Promise<Parent[]> {
  const [mounts, own] = await Promise.all(
    ['/proc/self/mounts', '/proc/self/cgroup'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const found: Parent[] = [];
  for (const line of mounts!.split('\n')) {
    const [, folder, type, options = ''] = line.split(' ');
    if (type === 'cgroup') {
      const controllers = (['memory', 'pids'] as const).filter((one) => options.split(',').includes(one));
      if (controllers.length > 0) found.push({ folder: folder!, version: 1, controllers });
    }
    if (type !== 'cgroup2') continue;
    // A group with processes has no limited children: look from the own group's parent upwards.
    let path = own!.match(/^0::(.*)$/m)?.[1] ?? '/';
    do {
      path = dirname(path);
      const parent = join(folder!, path);
      const controllers = await handedDown(parent);
      if (controllers.length > 0) found.push({ folder: parent, version: 2, controllers });
    } while (path !== '/');
  }
  return found;
}

/** What groups below a group may limit; asks for it where it is not so yet. */
async function handedDown(parent: string): Promise<Controller[]> {
  const file = join(parent, 'cgroup.subtree_control');
  const read = async () => (await readFile(file, 'utf8').catch(() => '')).split(/\s+/);
  const found: Controller[] = [];
  for (const controller of ['memory', 'pids'] as const) {
    if (!(await read()).includes(controller)) await writeFile(file, `+${controller}`).catch(() => {});
    if ((await read()).includes(controller)) found.push(controller);
  }
  return found;
}

/** The kernel keeps a group until its last process is gone, which may take a moment after it was killed. */
async function removeGroup(group: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      return await rmdir(group);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      await killMembers(group);
      await sleep(20);
    }
  }
}

async function killMembers(group: string): Promise<void> {
  const members = await readFile(join(group, 'cgroup.procs'), 'utf8').catch(() => '');
  for (const pid of members.split('\n').map(Number)) {
    // 0 stands for a process of another namespace.
    if (pid === 0) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}
