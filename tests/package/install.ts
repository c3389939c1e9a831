import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/site/project.ts';

const execute = promisify(execFile);

/** Packs the project as a release does; returns the tarball's path. */
export async function pack(folder: string): Promise<string> {
  await mkdir(folder);
  const { stdout } = await execute('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: projectRoot,
    env: { ...process.env, npm_config_update_notifier: 'false' },
    maxBuffer: 16 * 1024 * 1024,
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as { filename: string }[];
  return join(folder, packed!.filename);
}

/** A temporary folder with an empty home beside an empty folder for a site. */
export async function makePlace(): Promise<{ root: string; home: string; site: string }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tracebook-package-')));
  const [home, site] = [join(root, 'home'), join(root, 'site')];
  await Promise.all([mkdir(home), mkdir(site)]);
  return { root, home, site };
}

/** Where npm finds packages is the machine's matter, and not what an empty home is about: it tells programs that it starts. */
const npmSettings = Object.fromEntries(
  ['globalconfig', 'registry', 'cafile', 'proxy', 'https_proxy', 'noproxy']
    .map((name) => [`npm_config_${name}`, process.env[`npm_config_${name}`]] as const)
    .filter(([, value]) => value),
);

/** Installs a tarball with npm, from the registry. */
export async function install(tarball: string, site: string, home: string): Promise<void> {
  await execute('npm', ['install', '--no-audit', '--no-fund', tarball], {
    cwd: site,
    env: { ...npmSettings, PATH: process.env['PATH'], HOME: home },
    timeout: 240_000,
    maxBuffer: 16 * 1024 * 1024,
  });
}

/** Puts a tarball's files where npm would, beside links to the packages that the project has. */
export async function unpack(tarball: string, site: string): Promise<void> {
  const modules = join(site, 'node_modules');
  await mkdir(join(modules, 'tracebook'), { recursive: true });
  await execute('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'tracebook')]);
  const names = await readdir(join(projectRoot, 'node_modules'));
  for (const name of names.filter((name) => !name.startsWith('.') && name !== 'tracebook'))
    await symlink(join(projectRoot, 'node_modules', name), join(modules, name), 'junction');
}

export type Ran = { code: number; output: string };

/** Runs a command of the installed package in a site's folder, with nothing of this machine's settings. */
export async function runTracebook(site: string, home: string, ...args: string[]): Promise<Ran> {
  const cli = join(site, 'node_modules', 'tracebook', 'src', 'tracebook.js');
  const env = { PATH: process.env['PATH'], HOME: home };
  return await execute(process.execPath, [cli, ...args], { cwd: site, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

/** Lays folders of content over each other. */
export async function layContent(site: string, ...folders: string[]): Promise<void> {
  for (const folder of folders) await cp(folder, join(site, 'content'), { recursive: true });
}
