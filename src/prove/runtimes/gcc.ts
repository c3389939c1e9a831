import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { findVersion, installedPackages, listedPackages } from './debian-tool.ts';
import { defineRuntime } from './define.ts';
import { lockText } from './locks.ts';
import type { Runtime } from './types.ts';

/** C by the GCC that `.gcc-version` names. */
export const c = gccRuntime('gcc', ['gcc', 'cc']);

/** C++ by the GCC that `.gcc-version` names. */
export const cpp = gccRuntime('g++', ['g++', 'c++', 'gcc', 'cc']);

/** Debian has each compiler under a name with its major version; the commands get it under the usual ones. */
function gccRuntime(compiler: 'gcc' | 'g++', names: string[]): Runtime {
  return defineRuntime({
    debianPackages: (locks) => [`${compiler}-${major(locks)}`, 'libc6-dev', 'make', ...listedPackages(locks)],
    async prepare(locks, cache) {
      const wanted = lockText(locks, '.gcc-version');
      const find = (name: string) =>
        findVersion(name, [`${name}-${major(locks)}`, name], wanted, /(\d+\.\d+\.\d+)/);
      const links = await Promise.all(
        names.map(async (name) => ({ name, to: await find(/\+\+/.test(name) ? 'g++' : 'gcc') })),
      );
      const folder = await installOnce(cache, 'gcc', links, async (target) => {
        await mkdir(join(target, 'bin'));
        for (const { name, to } of links) await symlink(to.path, join(target, 'bin', name));
      });
      return {
        environment: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
        versions: { [compiler]: links[0]!.to.version },
        packages: await installedPackages(locks),
        paths: [[join(folder, 'bin'), '/usr/bin']],
        lacks: (output) =>
          /cannot find Scrt1\.o|stdio\.h: No such file/.test(output)
            ? 'libc6-dev, the headers of C'
            : undefined,
      };
    },
  });
}

/** Debian 12's default is 12. */
function major(locks: SourceFile[]): string {
  return lockText(locks, '.gcc-version')?.split('.')[0] ?? '12';
}
