import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText, writeLocks } from './locks.ts';
import { isAtLeast, isVersion, runInstaller, toolOutput } from './tools.ts';
import type { Toolchain } from './types.ts';
import { heapReport } from './v8-heap.ts';

/** Node.js as `.node-version` says, with `package-lock.json` in the run's `node_modules`. */
export const node = defineRuntime({
  // npm's registry has Node.js itself.
  debianPackages: () => [],
  prepare: prepareNode,
});

/** Prepares Node.js and the packages of each lock; other runtimes that run on Node add to it. */
export async function prepareNode(locks: SourceFile[], cache: string): Promise<Toolchain> {
  const binary = await findNode(lockText(locks, '.node-version'), cache);
  const version = (await toolOutput(binary, ['--version']))?.replace(/^v/, '');
  if (!version) throw new MissingRequirement(`a Node.js that runs: ${binary} does not`);
  const installed = await installEachLock(locks, version, cache);
  const hasPackages = installed.some(([folder]) => folder === '');
  const lock = lockText(locks, 'package-lock.json');
  return {
    environment: {
      // Relative to the run's folder, so that tools load the packages that stand there.
      PATH: `${hasPackages ? './node_modules/.bin:' : ''}${dirname(binary)}:/usr/bin:/bin`,
      NO_COLOR: '1',
      npm_config_update_notifier: 'false',
      ...(hasPackages && { npm_config_offline: 'true' }),
    },
    versions: { node: version },
    ...(lock && { packages: lockedPackages(lock) }),
    paths: [
      // V8 names the program beside each native frame.
      [dirname(dirname(binary)), '/usr/local'],
      ...installed.map(([folder, modules]): [string, string] => [modules, `/app/${folder}node_modules`]),
    ],
    ...(installed.length > 0 && {
      mounts: Object.fromEntries(
        installed.map(([folder, from]) => [`app/${folder}node_modules`, { from, mode: 'link' as const }]),
      ),
    }),
    normalise: [heapReport],
    lacks: (output) =>
      output.includes('getaddrinfo EAI_AGAIN')
        ? 'a name server that answers (getaddrinfo EAI_AGAIN)'
        : undefined,
    explain: (output) => {
      const name = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w][\w.-]*)[/']/.exec(output)?.[1];
      return name && `The package "${name}" is not installed. Add it to package.json and package-lock.json.`;
    },
  };
}

/**
 * Returns the path of a Node.js: the one that runs Tracebook, which its own lock pins, if it is the version that is
 * wanted; else the newest one of that version on npm.
 * @param wanted a major, an exact version, or `>=22.18`, which is the one that runs Tracebook; any when absent
 */
export async function findNode(wanted: string | undefined, cache: string): Promise<string> {
  const version = wanted?.replace(/^v/, '');
  if (!version || isVersion(process.versions.node, version)) return process.execPath;
  const least = /^>=(\d+(?:\.\d+){0,2})$/.exec(version)?.[1];
  if (least !== undefined) {
    if (isAtLeast(process.versions.node, least)) return process.execPath;
    throw new MissingRequirement(`Node.js ${least} or newer (this is ${process.versions.node})`);
  }
  if (!/^\d+(\.\d+){0,2}$/.test(version))
    throw new Error(
      `.node-version: "${wanted}" is no version. Write a major such as 22, or 22.14.0, or >=22.18.`,
    );
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    throw new MissingRequirement(
      `Node.js ${version} (this is ${process.versions.node}); npm has others for Linux only`,
    );
  const name = `node-linux-${process.arch}`;
  const folder = await installOnce(cache, 'node', [name, version], (target) =>
    installNpm(
      ['install', '--no-package-lock', '--prefix', target, `${name}@${version}`],
      target,
      `Node.js ${version}`,
    ),
  );
  return join(folder, 'node_modules', name, 'bin/node');
}

/**
 * Installs the lock of the run's folder and of each folder below it that has one.
 * @returns pairs of a folder (`''`, `packages/cart/`) and its `node_modules` in the cache
 */
async function installEachLock(
  locks: SourceFile[],
  version: string,
  cache: string,
): Promise<[folder: string, modules: string][]> {
  const below = locks.flatMap(({ path }) => /^(.+\/)package-lock\.json$/.exec(path)?.[1] ?? []);
  const installed: [string, string][] = [];
  for (const folder of ['', ...below]) {
    const modules = await installPackages(filesIn(locks, folder), version, cache);
    if (modules) installed.push([folder, modules]);
  }
  return installed;
}

/** The files below a folder, with paths relative to it. */
function filesIn(files: SourceFile[], folder: string): SourceFile[] {
  return files
    .filter(({ path }) => path.startsWith(folder))
    .map((file) => ({ ...file, path: file.path.slice(folder.length) }));
}

/** Returns the `node_modules` of a lock, installed once for each lock and Node.js; undefined without a lock. */
async function installPackages(
  locks: SourceFile[],
  version: string,
  cache: string,
): Promise<string | undefined> {
  const files = ['package.json', 'package-lock.json'];
  const [manifest, lock] = files.map((name) => lockText(locks, name));
  if (!lock) {
    if (manifest)
      throw new Error(
        'package-lock.json: File is missing. Run "npm install --package-lock-only" and add it.',
      );
    return undefined;
  }
  if (!manifest)
    throw new Error('package.json: File is missing. Add the one that package-lock.json is made from.');
  const [major] = version.split('.');
  const inputs = [manifest, lock, major, process.platform, process.arch];
  const folder = await installOnce(cache, 'node', inputs, async (target) => {
    await writeLocks(
      locks.filter(({ path }) => files.includes(path)),
      target,
    );
    await installNpm(['ci'], target, 'package-lock.json could not be installed');
  });
  const modules = join(folder, 'node_modules');
  return await access(modules).then(
    () => modules,
    () => undefined,
  );
}

export async function installNpm(args: string[], cwd: string, task: string): Promise<void> {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await runInstaller('npm', [...args, ...options], { cwd, task, environment: { NODE_ENV: '' } });
}

/** The packages of a package-lock.json that stand at its top: `{ express: "5.1.0" }`. */
function lockedPackages(text: string): Record<string, string> {
  const { packages = {} } = JSON.parse(text) as { packages?: Record<string, { version?: string }> };
  const direct = Object.entries(packages).flatMap(([path, { version }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name && version ? [[name, version] as const] : [];
  });
  return Object.fromEntries(direct);
}
