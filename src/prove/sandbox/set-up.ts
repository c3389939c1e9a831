import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ControlGroup } from './cgroup.ts';
import { USER_ID } from './identity.ts';
import { makeRoot } from './root.ts';
import { makeRunFolder, MOUNT_TABLE, type RunFolder } from './run-folder.ts';
import type { InnerRequest } from './run.ts';
import { runScript } from './script.ts';
import { planServices } from './service-plan.ts';
import { MARK } from './sweep.ts';
import type { FenceMode, RunResult } from './types.ts';

export type RunSetUp = {
  run: RunFolder;
  /** The file of the script that makes the run. */
  script: string;
  paths: RunResult['paths'];
};

/** Writes all that a run needs into its folder. */
export async function setUpRun(parts: {
  path: string;
  name: string;
  mode: FenceMode;
  request: InnerRequest;
  group: ControlGroup | undefined;
  processes: number;
}): Promise<RunSetUp> {
  const { path, name, mode, request, group, processes } = parts;
  const { command, files, tools, services = [], environment, folders = [], isServer = false } = request;
  const run = await makeRunFolder(path, files, tools.mounts ?? {}, mode);
  const plan = services.length > 0 ? await planServices(services, run, mode) : undefined;
  const root =
    mode === 'none'
      ? undefined
      : await makeRoot(run, tools, [...folders, ...(plan?.folders ?? [])], plan !== undefined, mode);
  if (root) await writeFile(join(path, MOUNT_TABLE), root.table);
  await giveAway(run, mode, isServer);
  const script = join(path, 'run.sh');
  const text = runScript({
    run,
    mode,
    root,
    command,
    isServer,
    environment: {
      ...baseEnvironment(run, mode),
      ...(mode === 'none' && { [MARK]: name }),
      ...tools.environment,
      ...plan?.environment,
      ...environment,
    },
    services: plan && {
      ...plan,
      environment: { PATH: SERVER_PATH, LANG: 'C.UTF-8', TZ: 'UTC', [MARK]: name },
    },
    group,
    processes: group?.limits.processes ? undefined : processes,
  });
  await writeFile(script, text);
  return { run, script, paths: [...(mode === 'none' ? pathsOf(run) : []), ...(plan?.paths ?? [])] };
}

const SERVER_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Gives a run's folders to the user as whom its programs and servers run, where prove is root. */
async function giveAway(run: RunFolder, mode: FenceMode, isServer: boolean): Promise<void> {
  if (process.getuid?.() !== 0 || mode === 'user') return;
  const own = mode === 'root' || isServer ? [run.app, run.home, run.tmp] : [];
  await promisify(execFile)('chown', ['-R', '-h', `${USER_ID}:${USER_ID}`, ...own, run.services]);
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
