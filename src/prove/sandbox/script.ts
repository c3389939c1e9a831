import { join } from 'node:path';
import type { ControlGroup } from './cgroup.ts';
import { HOST_NAME, USER_ID } from './identity.ts';
import { SERVICES, type RunRoot } from './root.ts';
import { MOUNT_TABLE, type RunFolder } from './run-folder.ts';
import type { ServicePlan } from './service-plan.ts';
import { commandLine, quote } from './shell.ts';
import type { FenceMode } from './types.ts';

export type ScriptParts = {
  run: RunFolder;
  mode: FenceMode;
  /** Absent outside of namespaces. */
  root: RunRoot | undefined;
  command: string;
  environment: Record<string, string>;
  /** Whether the command is a server's. */
  isServer: boolean;
  services: Pick<ServicePlan, 'starter' | 'templates' | 'environment'> | undefined;
  group: ControlGroup | undefined;
  /** Set where no control group counts processes: then the system counts those of the run's user. */
  processes: number | undefined;
};

/**
 * The shell script that is the first process of a run: it makes the root folder, starts the services and runs the
 * command. It writes `started` and `exit N` to descriptor 3, and what goes wrong before to standard error.
 */
export function runScript(parts: ScriptParts): string {
  const { run, root, environment, services, group } = parts;
  const files = group?.files ?? [];
  // Single digits: dash knows no other descriptors.
  const joinGroup = files.map((_, index) => `echo 0 >&${index + 4}`);
  const close = files.map((_, index) => `${index + 4}>&-`).join(' ');
  const user = parts.isServer ? becomeServer(parts) : become(parts);
  const program = commandLine([...user, ...withEnvironment(environment), '/bin/sh', '-c', parts.command]);
  return `${[
    'set -e',
    'umask 022',
    // Nobody reads a core file, and shells mention it.
    'ulimit -c 0',
    'ulimit -S -n 1024',
    ...files.map((file, index) => `exec ${index + 4}>${quote(file)}`),
    ...(root
      ? [...mountRoot(run, root), ...(services ? copyServices(parts, services) : []), ...enterRoot(run)]
      : []),
    ...(services ? [`${startServices(parts, services)} 3>&- ${close} || exit 1`] : []),
    'echo started >&3',
    'set +e',
    `( ${[...joinGroup, `cd ${quote(root ? '/app' : run.app)}`].join(' && ')} || exit 125; exec 3>&- ${close}; exec ${program} 2>&1 )`,
    'echo "exit $?" >&3',
  ].join('\n')}\n`;
}

function mountRoot(run: RunFolder, { remounts }: RunRoot): string[] {
  return [
    `hostname ${HOST_NAME} 2>/dev/null || echo ${HOST_NAME} >/proc/sys/kernel/hostname || true`,
    // Not every machine has ip, or Perl: 0x8914 is SIOCSIFFLAGS, 0x41 is "up and running".
    `ip link set lo up 2>/dev/null || perl -e 'socket(S, 2, 2, 0) and ioctl(S, 0x8914, pack("a16 s", "lo", 0x41)) or die "lo: $!"'`,
    `mount -a -T ${quote(join(run.path, MOUNT_TABLE))}`,
    ...remounts.map(({ options, folder }) => commandLine(['mount', '-o', options, folder])),
  ];
}

/** Copies what the servers' data begins with, while the folders of the machine are still there. */
function copyServices(
  { run, mode }: ScriptParts,
  { templates }: NonNullable<ScriptParts['services']>,
): string[] {
  const to = join(run.root, SERVICES);
  const owner = mode === 'root' ? [commandLine(['chown', '-R', `${USER_ID}:${USER_ID}`, to])] : [];
  return [
    ...Object.entries(templates).map(([id, folder]) => commandLine(['cp', '-a', folder, join(to, id)])),
    commandLine(['cp', '-a', `${run.services}/.`, to]),
    ...owner,
  ];
}

function enterRoot(run: RunFolder): string[] {
  return [`cd ${quote(run.root)}`, 'pivot_root . mnt', 'cd /', 'umount -l /mnt'];
}

function startServices(
  parts: ScriptParts,
  { starter, environment }: NonNullable<ScriptParts['services']>,
): string {
  return commandLine([...becomeServer(parts), ...withEnvironment(environment), ...starter]);
}

function withEnvironment(environment: Record<string, string>): string[] {
  return ['env', '-i', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)];
}

/** Servers refuse to be root, even where programs are. */
function becomeServer(parts: ScriptParts): string[] {
  return become(parts.mode === 'none' && process.getuid?.() === 0 ? { ...parts, mode: 'root' } : parts);
}

/** Gives up all rights: root becomes a user of no machine, and an ordinary user one of a namespace of its own. */
function become({ mode, processes }: ScriptParts): string[] {
  const id = String(USER_ID);
  // Without a user of its own a run would be counted together with all else of this user.
  const limit = processes === undefined || mode === 'none' ? [] : ['prlimit', `--nproc=${processes}`];
  const drop = ['--inh-caps=-all', '--bounding-set=-all', '--no-new-privs'];
  if (mode === 'root') return [...limit, 'setpriv', '--reuid', id, '--regid', id, '--clear-groups', ...drop];
  if (mode === 'user')
    return [
      'unshare',
      '--user',
      `--map-user=${id}`,
      `--map-group=${id}`,
      ...limit,
      'setpriv',
      '--no-new-privs',
    ];
  return [];
}
