import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { installedVersions } from './runtimes/debian-tool.ts';
import { isExecutable, toolOutput } from './runtimes/tools.ts';

/** Gets a line about each thing that is done. */
type Print = (line: string) => void;

/**
 * Installs the Debian packages that are missing, where this is root on Debian; elsewhere it names them.
 * @param packages that are needed; one may stand in the list more than once
 * @returns whether all are there now
 */
export async function installDebianPackages(packages: string[], print: Print): Promise<boolean> {
  const wanted = [...new Set(packages)].sort();
  if (!(await isDebian())) {
    print(`This is not Debian. Install what these packages of Debian 12 have: ${wanted.join(' ')}.`);
    return false;
  }
  const before = await installedVersions(wanted);
  const missing = wanted.filter((name) => !(name in before));
  const isRoot = process.getuid?.() === 0;
  if (missing.length > 0 && !isRoot) {
    print(`Packages are missing. Run as root: apt-get install --no-install-recommends ${missing.join(' ')}`);
    return false;
  }
  // Also where nothing is missing: runtimes that unpack packages themselves look them up in these lists.
  if (isRoot && !(await update(print))) return false;
  if (missing.length === 0) {
    print(`All ${wanted.length} Debian packages are installed.`);
    return true;
  }
  const [served, unknown] = await splitByRegistry(missing);
  for (const name of unknown)
    print(`Debian has no package "${name}". Correct the environment that needs it.`);
  if (served.length === 0) return false;
  print(`Installing ${served.length} of ${wanted.length} Debian packages: ${served.join(' ')}`);
  const problem = await withoutServices(() =>
    apt(['install', '--yes', '--no-install-recommends', ...served]),
  );
  const after = await installedVersions(served);
  for (const name of served) print(`  ${name} ${after[name] ?? 'is not installed'}`);
  if (problem) print(`apt-get install failed. ${problem}`);
  return unknown.length === 0 && served.every((name) => name in after);
}

/** One unknown name would keep apt from installing the others. */
async function splitByRegistry(names: string[]): Promise<[served: string[], unknown: string[]]> {
  const policies = await Promise.all(names.map((name) => toolOutput('apt-cache', ['policy', name])));
  const isServed = names.map((_, index) => /^ {2}Candidate: (?!\(none\))/m.test(policies[index] ?? ''));
  return [names.filter((_, index) => isServed[index]), names.filter((_, index) => !isServed[index])];
}

async function isDebian(): Promise<boolean> {
  return (await isExecutable('/usr/bin/apt-get')) && (await isExecutable('/usr/bin/dpkg-query'));
}

async function update(print: Print): Promise<boolean> {
  const problem = await apt(['update']);
  if (problem) print(`apt-get update failed. ${problem}`);
  return !problem;
}

/** @returns the end of what apt-get printed, when it failed */
async function apt(args: string[]): Promise<string | undefined> {
  const child = spawn('apt-get', ['--quiet', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // apt wants programs of root, which not every PATH has.
      PATH: `${process.env['PATH']}:/usr/sbin:/sbin`,
      DEBIAN_FRONTEND: 'noninteractive',
      LC_ALL: 'C.UTF-8',
    },
  });
  const lines: string[] = [];
  const keep = (chunk: Buffer) => {
    lines.push(...chunk.toString().split('\n').filter(Boolean));
    lines.splice(0, lines.length - 20);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return exit === 0 ? undefined : `Its last lines:\n${lines.join('\n')}`;
}

/** Debian starts a server that it installs, unless this file forbids it. Each run of a proof has its own. */
async function withoutServices<Result>(action: () => Promise<Result>): Promise<Result> {
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = await writeFile(policy, '#!/bin/sh\nexit 101\n', { flag: 'wx', mode: 0o755 }).then(
    () => true,
    () => false,
  );
  try {
    return await action();
  } finally {
    if (isOurs) await rm(policy, { force: true });
  }
}
