import { dirname } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { findVersion, installedPackages, listedPackages } from './debian-tool.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import type { Toolchain } from './types.ts';
import { installWasm } from './wasm.ts';

/**
 * PHP as `.php-version` says: 8.5 as WebAssembly from npm, any other from Debian. Extensions and PHPUnit are Debian's
 * packages, which `debian-packages.txt` lists.
 */
export const php = defineRuntime({
  debianPackages: (locks) => (isWasm(locks) ? [] : ['php8.2-cli', ...listedPackages(locks)]),
  prepare: (locks, cache) => (isWasm(locks) ? prepareWasm(locks, cache) : prepareDebian(locks)),
});

function isWasm(locks: SourceFile[]): boolean {
  return lockText(locks, '.php-version') === '8.5';
}

async function prepareDebian(locks: SourceFile[]): Promise<Toolchain> {
  const wanted = lockText(locks, '.php-version');
  const tool = await findVersion('PHP', [...(wanted ? [`php${wanted}`] : []), 'php'], wanted, VERSION);
  return {
    environment: { PATH: `${dirname(tool.path)}:/usr/bin:/bin` },
    versions: { php: tool.version },
    packages: await installedPackages(locks),
    paths: [],
    explain: (output) =>
      explainMissing(output, 'If an extension has it, add its package to debian-packages.txt.'),
  };
}

async function prepareWasm(locks: SourceFile[], cache: string): Promise<Toolchain> {
  if (listedPackages(locks).length > 0)
    throw new Error('debian-packages.txt: PHP 8.5 takes no packages of Debian. Remove the file.');
  const { folder, path, versionText } = await installWasm(
    { name: 'php', programs: { php: 'php.mjs' } },
    cache,
  );
  const version = VERSION.exec(versionText)?.[1];
  if (!version) throw new MissingRequirement('a PHP 8.5 that runs as WebAssembly');
  return {
    environment: { PATH: path },
    versions: { php: version },
    paths: [[folder, '/usr/local/lib/php']],
    explain: (output) => explainMissing(output, 'Only the extensions that are built in are there.'),
  };
}

const VERSION = /^PHP (\d[\d.]*)/;

function explainMissing(output: string, advice: string): string | undefined {
  const name = /Call to undefined function (\w+)\(\)/.exec(output)?.[1];
  return name && `PHP has no function "${name}". ${advice}`;
}
