import { dirname } from 'node:path';
import { findVersion, installedPackages, listedPackages } from './debian-tool.ts';
import { defineRuntime } from './define.ts';
import { lockText } from './locks.ts';

/** Ruby as `.ruby-version` says; gems are Debian's packages, which `debian-packages.txt` lists. */
export const ruby = defineRuntime({
  debianPackages: (locks) => ['ruby', 'ruby-minitest', 'rake', ...listedPackages(locks)],
  async prepare(locks) {
    const wanted = lockText(locks, '.ruby-version');
    const tool = await findVersion(
      'Ruby',
      [...(wanted ? [`ruby${wanted}`] : []), 'ruby'],
      wanted,
      /^ruby (\d[\d.]*)/,
    );
    return {
      environment: {
        PATH: `${dirname(tool.path)}:/usr/bin:/bin`,
        // Minitest loads the plugins of every gem of the machine, also of one that no environment lists.
        ...(listedPackages(locks).length === 0 && { MT_NO_PLUGINS: '1' }),
      },
      versions: { ruby: tool.version },
      packages: await installedPackages(locks),
      paths: [],
      explain: (output) => {
        const file = /cannot load such file -- ([\w/-]+) \(LoadError\)/.exec(output)?.[1];
        return file && `Ruby finds no "${file}". Add the Debian package that has it to debian-packages.txt.`;
      },
    };
  },
});
