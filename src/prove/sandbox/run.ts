import { writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeControlGroup, type ControlGroups } from './cgroup.ts';
import { Skip, StartFailed } from './errors.ts';
import { folderWatch } from './folder-size.ts';
import { USER_ID } from './identity.ts';
import { startProcess, type RunProcess } from './process.ts';
import { makeRoot } from './root.ts';
import { makeRunFolder, removeFolder, type RunFolder } from './run-folder.ts';
import { runScript } from './script.ts';
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
};

/** Far more than a program of a guide needs, far less than a machine has. */
const DEFAULTS = { megabytes: 4096, processes: 512, folderBytes: 2 * 2 ** 30 };

/**
 * Makes one run: a folder, a sandbox, its services, the command; and removes it all.
 * @param check throws when the session was stopped
 */
export async function runInSandbox(
  place: RunPlace,
  request: RunRequest,
  check: () => void,
): Promise<RunResult> {
  check();
  const { mode } = place;
  const limits = { ...DEFAULTS, ...withoutUndefined(request.limits) };
  if (request.limits.megabytes !== undefined && place.groups.memory !== true) {
    throw new Skip(`needs a limit of ${request.limits.megabytes} MB of memory: ${place.groups.memory}`);
  }
  const name = `${place.name}-${++place.count}`;
  const path = join(place.folder, String(place.count));
  const group = await makeControlGroup(place.groups, name, limits);
  try {
    const run = await makeRunFolder(path, request.files, request.tools.mounts ?? {}, mode);
    const root = mode === 'none' ? undefined : await makeRoot(run, request.tools, [], mode);
    if (root) await writeFile(join(path, 'fstab'), root.table);
    if (mode === 'root')
      await promisify(execFile)('chown', ['-R', '-h', `${USER_ID}:${USER_ID}`, run.app, run.home, run.tmp]);
    const script = runScript({
      run,
      mode,
      root,
      command: request.command,
      environment: {
        ...baseEnvironment(run, mode),
        ...(mode === 'none' && { [MARK]: name }),
        ...request.tools.environment,
        ...request.environment,
      },
      starter: undefined,
      group,
      processes: group?.limits.processes ? undefined : limits.processes,
    });
    const file = join(path, 'run.sh');
    await writeFile(file, script);
    const isTooLarge = await folderWatch(path, limits.folderBytes);
    check();
    const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', [MARK]: name };
    const running = startProcess(
      [...enter(mode), '/bin/sh', file],
      environment,
      limits,
      mode !== 'none',
      isTooLarge,
    );
    place.running.add(running);
    const ended = await running.done.finally(() => place.running.delete(running));
    if (mode === 'none') await killMarked((mark) => mark === name);
    check();
    if (!ended.started)
      throw new StartFailed(ended.log.trim() || 'the sandbox ended before the command began');
    const { exit, output, stopped } = ended;
    return { exit, output, ...(stopped && { stopped }), paths: mode === 'none' ? pathsOf(run) : [] };
  } finally {
    await group?.remove();
    await removeFolder(path);
  }
}

/** The command that enters new namespaces, in which everything ends when prove does. */
function enter(mode: FenceMode): string[] {
  const dieWithProve = ['setpriv', '--pdeathsig', 'KILL'];
  if (mode === 'none') return process.platform === 'linux' ? dieWithProve : [];
  const user = mode === 'user' ? ['--user', '--map-root-user'] : [];
  const namespaces = ['--net', '--pid', '--mount', '--ipc', '--uts'];
  return [...dieWithProve, 'unshare', ...user, ...namespaces, '--fork', '--kill-child'];
}

function baseEnvironment(run: RunFolder, mode: FenceMode): Record<string, string> {
  const own = mode === 'none' ? { HOME: run.home, TMPDIR: run.tmp } : { HOME: '/home/app', TMPDIR: '/tmp' };
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...own,
    USER: 'app',
    LOGNAME: 'app',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  };
}

function pathsOf(run: RunFolder): RunResult['paths'] {
  return [
    [run.app, '/app'],
    [run.home, '/home/app'],
    [run.tmp, '/tmp'],
  ];
}

function withoutUndefined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}
