import { readFile, readlink } from 'node:fs/promises';

/**
 * Names of folders and control groups say whose they are, so that what a killed process left is known from its name:
 * `tracebook-<boot>-<process namespace>-<process id>-<start time>-<number>`.
 */
const NAME = /^tracebook-([\da-f]+)-(\d+)-(\d+)-(\d+)-(\d+)/;

/** Matches every such name. */
export const isOwned = (name: string) => NAME.test(name);

let sessions = 0;

/** Makes a name that belongs to this process. */
export async function makeOwnedName(): Promise<string> {
  const [boot, namespace] = await Promise.all([bootId(), processNamespace()]);
  return `tracebook-${boot}-${namespace}-${process.pid}-${(await startTime(process.pid)) ?? 0}-${++sessions}`;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether the process that made a name is gone.
 * A process of another container cannot be seen: what it made counts as left when it is a day old.
 * @param modified milliseconds since 1970
 */
export async function isLeftover(name: string, modified: number): Promise<boolean> {
  const [, boot, namespace, pid, start] = NAME.exec(name) ?? [];
  if (!pid) return false;
  if (boot !== (await bootId())) return true;
  if (namespace !== (await processNamespace())) return Date.now() - modified > DAY;
  if (!isAlive(Number(pid))) return true;
  const now = await startTime(Number(pid));
  return now !== undefined && start !== '0' && now !== start;
}

async function bootId(): Promise<string> {
  const id = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '0');
  return id.slice(0, 8);
}

/** Process ids count only inside their namespace. */
async function processNamespace(): Promise<string> {
  const link = await readlink('/proc/self/ns/pid').catch(() => '');
  return /\d+/.exec(link)?.[0] ?? '0';
}

/**
 * When a process began, in ticks since the machine started: the same id may be another process later.
 * Undefined when it is gone, and where there is no /proc.
 */
export async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program stands in parentheses and may hold anything.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === 'Z' ? undefined : fields[18];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
