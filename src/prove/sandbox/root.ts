import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { writeIdentityFiles } from './identity.ts';
import { isInside, mountsBelow, readMounts, readOnlyOptions } from './mount-table.ts';
import type { RunFolder } from './run-folder.ts';
import type { FenceMode, Tools } from './types.ts';
import { systemFolders, toolFolders } from './visible.ts';

/** What makes the root folder of a run, for the script that enters it. */
export type RunRoot = {
  /** Lines as in fstab(5): all that is mounted, in order. */
  table: string;
  /** What an ordinary user's mounts still need after the table. */
  remounts: { options: string; folder: string }[];
};

/** Where servers keep their data, in memory. */
export const SERVICES = '/run/services';

const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
const DEVICE_LINKS = {
  fd: '/proc/self/fd',
  stdin: '/proc/self/fd/0',
  stdout: '/proc/self/fd/1',
  stderr: '/proc/self/fd/2',
  ptmx: 'pts/ptmx',
};

/**
 * Plans the root folder of a run and makes its mount points: the machine's programs and the tools' folders read-only,
 * and the run's own as /app, /home/app and /tmp.
 * @param folders what is shown besides, read-only
 * @param hasServices whether servers need a place for their data
 */
export async function makeRoot(
  run: RunFolder,
  tools: Tools,
  folders: string[],
  hasServices: boolean,
  mode: Exclude<FenceMode, 'none'>,
): Promise<RunRoot> {
  const system = systemFolders();
  const extra = toolFolders(tools, folders);
  await makeMountPoints(run, system, extra);

  const table = mountTable(run.root, mode);
  table.bindReadOnly(run.root, '');
  for (const folder of system.folders) table.bindReadOnly(folder, folder);
  for (const name of DEVICES) table.bind(`/dev/${name}`, `/dev/${name}`);
  table.mount('proc', '/proc', 'nosuid,nodev,noexec');
  table.mount('devpts', '/dev/pts', 'nosuid,noexec,newinstance,ptmxmode=0666');
  table.mount('tmpfs', '/dev/shm', 'nosuid,nodev,mode=1777');
  table.bind(run.app, '/app');
  table.bind(run.home, '/home/app');
  table.bind(run.tmp, '/tmp');
  if (hasServices) table.mount('tmpfs', SERVICES, 'nosuid,nodev,mode=755');
  if (statSync('/var/tmp', { throwIfNoEntry: false })) table.bind(run.tmp, '/var/tmp');
  for (const folder of extra) table.bindReadOnly(folder, folder);
  for (const [name, { from, mode: how }] of Object.entries(tools.mounts ?? {})) {
    if (how === 'link') table.bindReadOnly(from, `/${name.replace(/^home(?=\/|$)/, 'home/app')}`);
  }
  for (const [file, path] of await writeIdentityFiles(run)) table.bindReadOnly(file, path);
  return table.result();
}

async function makeMountPoints(
  run: RunFolder,
  { folders, links }: ReturnType<typeof systemFolders>,
  extra: string[],
): Promise<void> {
  const own = ['/app', '/home/app', '/tmp', SERVICES, '/mnt', '/proc', '/dev/shm', '/dev/pts'];
  for (const path of [...folders, ...own]) await mkdir(join(run.root, path), { recursive: true });
  // These are the run's own folders by the time that a tool's folder is mounted in them.
  const covered = { '/app': run.app, '/home/app': run.home, '/tmp': run.tmp, '/var/tmp': run.tmp };
  for (const path of extra) {
    const [cover, by] = Object.entries(covered).find(([folder]) => isInside(path, folder)) ?? ['', run.root];
    await mkdir(join(by, path.slice(cover.length)), { recursive: true });
  }
  for (const [path, target] of links) await symlink(target, join(run.root, path));
  for (const name of DEVICES) await writeFile(join(run.root, 'dev', name), '');
  for (const [name, target] of Object.entries(DEVICE_LINKS))
    await symlink(target, join(run.root, 'dev', name));
}

/** Collects mounts below a folder as lines of fstab(5). */
function mountTable(root: string, mode: Exclude<FenceMode, 'none'>) {
  const mounts = readMounts();
  const lines: string[] = [];
  const remounts: RunRoot['remounts'] = [];
  const add = (source: string, folder: string, type: string, options: string) =>
    lines.push(`${[source, folder, type, options].map(escape).join(' ')} 0 0`);
  return {
    mount: (type: string, path: string, options: string) => add(type, root + path, type, options),
    bind: (from: string, path: string) => add(from, root + path, 'none', 'bind'),
    bindReadOnly(from: string, path: string) {
      const below = mountsBelow(mounts, from).filter(({ point }) => canBeSeen(point));
      const how = mode === 'user' && below.length > 0 ? 'rbind' : 'bind';
      add(from, root + path, 'none', `${how},${readOnlyOptions(mounts, from)}`);
      for (const { point } of below) {
        const folder = root + path + point.slice(from.length);
        const options = readOnlyOptions(mounts, point);
        // Root binds each alone. Others may bind only the whole, and close each part afterwards.
        if (mode === 'root') add(point, folder, 'none', `bind,${options}`);
        else remounts.push({ options: `remount,bind,${options}`, folder });
      }
    },
    result: (): RunRoot => ({ table: `${lines.join('\n')}\n`, remounts }),
  };
}

function canBeSeen(path: string): boolean {
  try {
    return statSync(path) !== undefined;
  } catch {
    return false;
  }
}

/** A space → `\040`. */
function escape(word: string): string {
  return word.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
