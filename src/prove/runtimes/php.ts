import { dirname } from 'node:path';
import { findVersion, installedPackages, listedPackages } from './debian-tool.ts';
import { defineRuntime } from './define.ts';
import { lockText } from './locks.ts';

/** PHP as `.php-version` says; extensions and PHPUnit are Debian's packages, which `debian-packages.txt` lists. */
export const php = defineRuntime({
  debianPackages: (locks) => ['php8.2-cli', ...listedPackages(locks)],
  async prepare(locks) {
    const wanted = lockText(locks, '.php-version');
    const tool = await findVersion(
      'PHP',
      [...(wanted ? [`php${wanted}`] : []), 'php'],
      wanted,
      /^PHP (\d[\d.]*)/,
    );
    return {
      environment: { PATH: `${dirname(tool.path)}:/usr/bin:/bin` },
      versions: { php: tool.version },
      packages: await installedPackages(locks),
      paths: [],
      explain: (output) => {
        const name = /Call to undefined function (\w+)\(\)/.exec(output)?.[1];
        return (
          name &&
          `PHP has no function "${name}". If an extension has it, add its package to debian-packages.txt.`
        );
      },
    };
  },
});
