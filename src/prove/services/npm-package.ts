import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { makeOwnedName } from '../sandbox/owner.ts';
import { removeFolder } from '../sandbox/run-folder.ts';
import { removeLeftFolders } from '../sandbox/sweep.ts';

type Package = { name: string; version: string; integrity: string };

/**
 * Installs one package of npm without running its scripts, and makes the links that its script would make.
 * @param parent keeps it; several processes may install at once
 * @returns its folder
 */
export async function installPackage(wanted: Package, parent: string): Promise<string | { missing: string }> {
  const folder = join(parent, `${wanted.name.replace(/\W+/g, '-').replace(/^-/, '')}-${wanted.version}`);
  const installed = join(folder, 'node_modules', wanted.name);
  if (await exists(folder)) return installed;
  // Written whole under another name: what is there under its own is complete.
  const making = join(parent, await makeOwnedName());
  await removeLeftFolders(parent);
  await mkdir(making, { recursive: true });
  try {
    await writeFile(join(making, 'package.json'), JSON.stringify(manifest(wanted)));
    await writeFile(join(making, 'package-lock.json'), JSON.stringify(lock(wanted)));
    const npm = process.env['npm_execpath']?.endsWith('.js')
      ? [process.execPath, process.env['npm_execpath']]
      : ['npm'];
    const args = [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)(npm[0]!, args, { cwd: making, timeout: 300_000 });
    await makeLinks(join(making, 'node_modules', wanted.name));
    await rename(making, folder).catch(async (error: NodeJS.ErrnoException) => {
      if (!(await exists(folder))) throw error;
    });
    return installed;
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    const reason = /^npm error (?!code)(.*)/m.exec(stderr)?.[1] ?? message.split('\n')[0];
    return { missing: `${wanted.name} ${wanted.version} could not be installed (${reason})` };
  } finally {
    await removeFolder(making);
  }
}

function manifest({ name, version }: Package) {
  return { name: 'tracebook-service', version: '1.0.0', private: true, dependencies: { [name]: version } };
}

function lock(wanted: Package) {
  const { name, version, integrity } = wanted;
  const root = manifest(wanted);
  return {
    ...root,
    lockfileVersion: 3,
    packages: { '': root, [`node_modules/${name}`]: { version, integrity } },
  };
}

/** A package of npm holds no links: this one lists them in a file, in which "source" is the file that exists. */
async function makeLinks(installed: string): Promise<void> {
  const list = await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (dirname(source) !== dirname(target)) continue;
    await symlink(basename(source), join(installed, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
