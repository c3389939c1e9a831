import { dirname } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { findVersion, installedPackages, listedPackages } from './debian-tool.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import type { Toolchain } from './types.ts';
import { installWasm } from './wasm.ts';

/**
 * Ruby as `.ruby-version` says: 4.0 as WebAssembly from npm, any other from Debian. Gems are Debian's packages, which
 * `debian-packages.txt` lists.
 */
export const ruby = defineRuntime({
  debianPackages: (locks) =>
    isWasm(locks) ? [] : ['ruby', 'ruby-minitest', 'rake', ...listedPackages(locks)],
  prepare: (locks, cache) => (isWasm(locks) ? prepareWasm(locks, cache) : prepareDebian(locks)),
});

function isWasm(locks: SourceFile[]): boolean {
  return lockText(locks, '.ruby-version') === '4.0';
}

async function prepareDebian(locks: SourceFile[]): Promise<Toolchain> {
  const wanted = lockText(locks, '.ruby-version');
  const tool = await findVersion('Ruby', [...(wanted ? [`ruby${wanted}`] : []), 'ruby'], wanted, VERSION);
  return {
    environment: {
      PATH: `${dirname(tool.path)}:/usr/bin:/bin`,
      ...(listedPackages(locks).length === 0 && withoutPlugins),
    },
    versions: { ruby: tool.version },
    packages: await installedPackages(locks),
    paths: [],
    explain: (output) => explainMissing(output, 'Add the Debian package that has it to debian-packages.txt.'),
  };
}

/** Ruby with the gems that it brings, Rake and Minitest among them. */
async function prepareWasm(locks: SourceFile[], cache: string): Promise<Toolchain> {
  if (listedPackages(locks).length > 0)
    throw new Error('debian-packages.txt: Ruby 4.0 takes no gems of Debian. Remove the file.');
  const { folder, path, versionText } = await installWasm(
    { name: 'ruby', programs: { ruby: 'ruby.mjs', rake: 'ruby.mjs --rake' } },
    cache,
  );
  const version = VERSION.exec(versionText)?.[1];
  if (!version) throw new MissingRequirement('a Ruby 4.0 that runs as WebAssembly');
  return {
    environment: { PATH: path, ...withoutPlugins },
    versions: { ruby: version },
    paths: [[folder, '/usr/local/lib/ruby']],
    explain: (output) => explainMissing(output, 'Only the gems that come with Ruby are there.'),
  };
}

const VERSION = /^ruby (\d[\d.]*)/;

/** Minitest loads the plugins of every gem of the machine, also of one that no environment lists. */
const withoutPlugins = { MT_NO_PLUGINS: '1' };

function explainMissing(output: string, advice: string): string | undefined {
  const file = /cannot load such file -- ([\w/-]+) \(LoadError\)/.exec(output)?.[1];
  return file && `Ruby finds no "${file}". ${advice}`;
}
