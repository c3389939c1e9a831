import { join } from 'node:path';
import { makeControlGroup, type ControlGroups } from './cgroup.ts';
import { Skip, StartFailed } from './errors.ts';
import { folderWatch } from './folder-size.ts';
import { startProcess, type Ended, type RunProcess } from './process.ts';
import { removeFolder, type RunFolder } from './run-folder.ts';
import { endServers } from './servers.ts';
import { setUpRun } from './set-up.ts';
import { killMarked, MARK } from './sweep.ts';
import type { FenceMode, RunRequest, RunResult } from './types.ts';

/** What the runs of a session share. */
export type RunPlace = {
  /** Says whose the folder, the control groups and the processes are. */
  name: string;
  folder: string;
  mode: FenceMode;
  groups: ControlGroups;
  count: number;
  running: Set<RunProcess>;
  /** A command that starts another one, which ends when prove does; empty where the system has none. */
  dieWithProve: string[];
  /** Throws when the session was stopped. */
  check: () => void;
};

export type InnerRequest = RunRequest & {
  /** Folders that are shown besides those of the tools. */
  folders?: string[];
  /** Whether the command is a server's: most refuse to be root. */
  isServer?: boolean;
  /** Gets the run's folder after the command ended by itself, before it is removed. */
  collect?: (run: RunFolder) => Promise<void>;
};

/** Far more than a program of a guide needs, far less than a machine has. */
const DEFAULTS = { megabytes: 4096, processes: 512, folderBytes: 2 * 2 ** 30 };

/** Makes one run: a folder, a sandbox, its services, the command; and removes it all. */
export async function runInSandbox(place: RunPlace, request: InnerRequest): Promise<RunResult> {
  place.check();
  const { mode } = place;
  const limits = { ...DEFAULTS, ...withoutUndefined(request.limits) };
  if (request.limits.megabytes !== undefined && place.groups.memory !== true) {
    throw new Skip(`needs a limit of ${request.limits.megabytes} MB of memory: ${place.groups.memory}`);
  }
  const name = `${place.name}-${++place.count}`;
  const path = join(place.folder, String(place.count));
  const group = await makeControlGroup(place.groups, name, limits);
  try {
    const { run, script, paths } = await setUpRun({
      path,
      name,
      mode,
      request,
      group,
      processes: limits.processes,
    });
    const isTooLarge = await folderWatch(path, limits.folderBytes);
    place.check();
    const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', [MARK]: name };
    const argv = [...place.dieWithProve, ...enter(mode), '/bin/sh', script];
    const running = startProcess(argv, environment, limits, mode !== 'none', isTooLarge);
    place.running.add(running);
    const ended = await running.done.finally(() => place.running.delete(running));
    if (mode === 'none') {
      await endServers(run.services);
      await killMarked((mark) => mark === name);
    }
    place.check();
    const result = resultOf(ended);
    if (!result.stopped) await request.collect?.(run);
    return { ...result, paths };
  } finally {
    await group?.remove();
    await removeFolder(path);
  }
}

function resultOf({ started, exit, output, stopped, log }: Ended): Omit<RunResult, 'paths'> {
  if (!started) throw new StartFailed(log.trim() || 'The sandbox ended before the command began.');
  return { exit, output, ...(stopped && { stopped }) };
}

/** The command that enters new namespaces, in which everything ends with it. */
function enter(mode: FenceMode): string[] {
  if (mode === 'none') return [];
  const user = mode === 'user' ? ['--user', '--map-root-user'] : [];
  const namespaces = ['--net', '--pid', '--mount', '--ipc', '--uts'];
  return ['unshare', ...user, ...namespaces, '--fork', '--kill-child'];
}

function withoutUndefined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}
