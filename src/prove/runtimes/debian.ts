import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isVersion, runInstaller, toolOutput } from './tools.ts';

/**
 * Returns the newest full version of a Debian package whose upstream version is the one that is wanted.
 * Returns undefined elsewhere than on Debian, and before the first `apt-get update`.
 */
export async function debianVersion(name: string, wanted: string): Promise<string | undefined> {
  // name | 1.96.0+dfsg1-1~deb12u2 | source
  const table = (await toolOutput('apt-cache', ['madison', name])) ?? '';
  const versions = table.split('\n').map((line) => line.split('|')[1]?.trim() ?? '');
  return versions.find((version) => isVersion(/^[\d.]+\d/.exec(version)?.[0] ?? '', wanted));
}

/**
 * Unpacks Debian packages, and what they need beyond what is installed, into a folder: side by side with other versions.
 * Needs no root.
 * @param packages `name=version` each
 */
export async function unpackDebianPackages(packages: string[], folder: string): Promise<void> {
  const archives = join(folder, 'archives');
  await mkdir(join(archives, 'partial'), { recursive: true });
  const download = ['install', '--yes', '--no-install-recommends', '--reinstall', '--download-only'];
  const options = ['-o', 'Debug::NoLocking=1', '-o', `Dir::Cache::archives=${archives}`];
  const task = `${packages.join(' ')} could not be downloaded`;
  await runInstaller('apt-get', [...options, ...download, ...packages], { cwd: folder, task });
  for (const name of await readdir(archives)) {
    if (!name.endsWith('.deb')) continue;
    await runInstaller('dpkg-deb', ['--extract', join(archives, name), folder], {
      cwd: folder,
      task: `unpack ${name}`,
    });
  }
}
