import { execFile, spawn } from 'node:child_process';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { sitePlaces } from '../../../src/files/places.ts';
import type { SourceFile } from '../../../src/guide/content-files.ts';
import { normalise } from '../../../src/prove/normalise.ts';
import type { Toolchain } from '../../../src/prove/runtimes/types.ts';
import { projectRoot } from '../../../src/site/project.ts';

/** What prove itself keeps between runs: a toolchain is fetched once for both. */
export const cache = join(sitePlaces({}, projectRoot).cache, 'prove');

/** All files below a folder, by path. */
export async function readFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(folder, path).replaceAll(sep, '/'), text: await readFile(path, 'utf8') };
    });
  return await Promise.all(files);
}

/**
 * Runs a command as prove does: an empty environment but the toolchain's, folders of its own, and, where this is root on
 * Linux, as a user who can write nowhere else and without any network.
 */
export async function runProgram(
  toolchain: Toolchain,
  files: SourceFile[],
  command: string,
): Promise<{ exit: number | null; output: string }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tracebook-test-')));
  try {
    await chmod(root, 0o755);
    const [app, home, temporary] = ['app', 'home', 'tmp'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([app, home, temporary].map((folder) => mkdir(folder)));
    for (const { path, text } of files) {
      await mkdir(dirname(join(app, path)), { recursive: true });
      await writeFile(join(app, path), text);
    }
    for (const [name, { from }] of Object.entries(toolchain.mounts ?? {})) {
      await cp(from, join(root, name), { recursive: true, verbatimSymlinks: true });
    }
    if (confined) await giveAway(root, toolchain);
    const environment = {
      PATH: '/usr/bin:/bin',
      HOME: home,
      TMPDIR: temporary,
      USER: 'app',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    };
    const { exit, output } = await spawnShell(command, app, { ...environment, ...toolchain.environment });
    const paths: [string, string][] = [
      [app, '/app'],
      [home, '/home/app'],
      [temporary, '/tmp'],
      ...toolchain.paths,
    ];
    return { exit, output: normalise(output, paths, toolchain.normalise) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const confined = process.platform === 'linux' && process.getuid?.() === 0;
const NOBODY = 65534;

/** Lets the other user write into the run's folders; what is only linked stays root's. */
async function giveAway(root: string, toolchain: Toolchain): Promise<void> {
  await promisify(execFile)('chown', ['-R', `${NOBODY}:${NOBODY}`, root]);
  for (const [name, { mode }] of Object.entries(toolchain.mounts ?? {})) {
    if (mode === 'link') await promisify(execFile)('chown', ['-R', 'root:root', join(root, name)]);
  }
  await chown(root, 0, 0);
}

async function spawnShell(command: string, cwd: string, environment: Record<string, string>) {
  const shell = ['/bin/sh', '-c', `exec 2>&1; ${command}`];
  const user = [
    'setpriv',
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--no-new-privs',
    ...shell,
  ];
  const bringUp = ['/bin/sh', '-c', 'ip link set lo up 2>/dev/null; exec "$@"', 'sh'];
  const [program, ...args] = confined ? ['unshare', '--net', ...bringUp, ...user] : shell;
  const child = spawn(program!, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exit, output: Buffer.concat(chunks).toString('utf8') };
}
