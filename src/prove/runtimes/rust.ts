import { access } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { allOnPath, ask, lockText } from './find.ts';
import type { Runtime } from './types.ts';

/** Rust: the toolchain that `rust-toolchain.toml` names, or else the default one. */
export const rust: Runtime = {
  async prepare(lock) {
    const channel = /^channel\s*=\s*"(.+)"/m.exec(lockText(lock, 'rust-toolchain.toml') ?? '')?.[1];
    const sysroot = await findSysroot(channel);
    if (!sysroot) return { missing: 'no rustc was found on PATH' };
    const bin = join(sysroot, 'bin');
    const version = /^rustc (\S+)/.exec((await ask(join(bin, 'rustc'), ['--version'])) ?? '')?.[1];
    const cargo = await ask(join(bin, 'cargo'), ['--version']);
    if (!version || !cargo) return { missing: `${bin} has no rustc and cargo that run` };
    return {
      environment: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, CARGO_TERM_COLOR: 'never' },
      versions: {
        rustc: version,
        // With it, rustc shows lines of the standard library in its messages.
        ...((await exists(join(sysroot, 'lib/rustlib/src/rust'))) && { 'rust-src': version }),
      },
      paths: [[sysroot, '/opt/rust']],
      lacks: (output) =>
        /linker `\w+` not found/.test(output) ? 'a C compiler, which rustc links with' : undefined,
    };
  },
};

/** Asks rustc itself, so that rustup's stand-in on PATH leads to the toolchain behind it. */
async function findSysroot(channel: string | undefined): Promise<string | undefined> {
  for (const rustc of await allOnPath('rustc')) {
    // With HOME set to another folder rustup would not find its toolchains: they are beside its own.
    const rustupHomes = [
      {},
      join(userInfo().homedir, '.rustup'),
      join(dirname(dirname(dirname(rustc))), '.rustup'),
    ];
    for (const home of rustupHomes) {
      const environment = typeof home === 'string' ? { RUSTUP_HOME: home } : {};
      for (const args of [...(channel ? [[`+${channel}`]] : []), []]) {
        const sysroot = await ask(rustc, [...args, '--print', 'sysroot'], {
          RUSTUP_AUTO_INSTALL: '0',
          ...environment,
        });
        if (sysroot) return sysroot;
      }
    }
  }
  return undefined;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
