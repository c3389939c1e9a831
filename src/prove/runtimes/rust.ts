import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { debianVersion, unpackDebianPackages } from './debian.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText, requireLock, writeLocks } from './locks.ts';
import { findTool, isVersion, runInstaller, toolOutput } from './tools.ts';

/** Rust: the toolchain that `rust-toolchain.toml` names, with the crates of `Cargo.lock`, if there is one. */
export const rust = defineRuntime({
  // The compiler comes unpacked, side by side with others; the linker it calls must be installed.
  debianPackages: () => ['gcc', 'libc6-dev'],
  async prepare(locks, cache) {
    const channel = /^channel\s*=\s*"(.+)"/m.exec(lockText(locks, 'rust-toolchain.toml') ?? '')?.[1];
    const toolchain = await findRust(channel, cache);
    const { home, environment, version, commit } = toolchain;
    const crates = await fetchCrates(locks, toolchain, cache);
    return {
      environment: {
        ...environment,
        CARGO_TERM_COLOR: 'never',
        CARGO_NET_OFFLINE: 'true',
        ...(crates && { CARGO_HOME: crates }),
      },
      versions: { rustc: version },
      packages: lockedCrates(lockText(locks, 'Cargo.lock') ?? ''),
      paths: [
        [home, '/opt/rust'],
        // Debian's own path of the standard library's source; everybody else's rustc prints the other one.
        [`/usr/src/rustc-${version}`, `/rustc/${commit}`],
        ...(crates ? [[crates, '/home/app/.cargo'] as [string, string]] : []),
      ],
      lacks: (output) =>
        /linker `\w+` not found/.test(output) ? 'a C compiler, which rustc links with' : undefined,
      explain: (output) => {
        const crate = /no matching package named `([\w-]+)` found/.exec(output)?.[1];
        return crate && `The crate "${crate}" is not in Cargo.lock of the environment. Add it.`;
      },
    };
  },
});

type RustToolchain = {
  home: string;
  environment: Record<string, string>;
  version: string;
  /** The commit of rust-lang/rust that the compiler was built from. */
  commit: string;
};

/**
 * Finds a Rust toolchain: Debian's packages first, unpacked into the cache, because every Debian machine has them.
 * @param channel `1.96.0`, `1.96` or a name such as `stable`; any when absent
 * @throws MissingRequirement
 */
async function findRust(channel: string | undefined, cache: string): Promise<RustToolchain> {
  const number = channel && /^\d/.test(channel) ? channel : undefined;
  if (number) {
    const unpacked = await unpackRust(number, cache);
    if (unpacked) return unpacked;
  }
  const others = new Set<string>();
  for await (const home of sysroots(channel)) {
    const toolchain = await describeRust(home, {});
    if (!toolchain) continue;
    if (!number || isVersion(toolchain.version, number)) return toolchain;
    others.add(toolchain.version);
  }
  const found = others.size > 0 ? ` (only ${[...others].join(', ')})` : '';
  throw new MissingRequirement(
    `no Rust ${channel ?? ''} with cargo was found on PATH, by rustup or among Debian's packages${found}`,
  );
}

/** Debian has one Rust for programs, and newer ones for its browsers. */
async function unpackRust(version: string, cache: string): Promise<RustToolchain | undefined> {
  for (const suffix of ['-web', '']) {
    const full = await debianVersion(`rustc${suffix}`, version);
    if (!full) continue;
    // The Cargo beside the plain one has a number of its own.
    const cargo = suffix ? `cargo-web=${full}` : 'cargo';
    const packages = [`rustc${suffix}=${full}`, `libstd-rust${suffix}-dev=${full}`, cargo];
    const folder = await installOnce(cache, 'rust', packages, async (target) => {
      await unpackDebianPackages(packages, target);
      await rm(join(target, 'archives'), { recursive: true });
    });
    const path = (await libraryFolders(folder)).join(':');
    return await describeRust(join(folder, 'usr'), { LD_LIBRARY_PATH: path });
  }
  return undefined;
}

async function libraryFolders(root: string): Promise<string[]> {
  const folders = ['usr/lib', 'lib'].map(async (name) => {
    const names = await readdir(join(root, name)).catch(() => []);
    return names.filter((entry) => entry.endsWith('-linux-gnu')).map((entry) => join(root, name, entry));
  });
  return (await Promise.all(folders)).flat();
}

async function describeRust(
  home: string,
  libraries: Record<string, string>,
): Promise<RustToolchain | undefined> {
  const bin = join(home, 'bin');
  const text = (await toolOutput(join(bin, 'rustc'), ['--version', '--verbose'], libraries)) ?? '';
  const [version, commit] = ['release', 'commit-hash'].map(
    (field) => new RegExp(`^${field}: (\\S+)`, 'm').exec(text)?.[1],
  );
  const cargo = await toolOutput(join(bin, 'cargo'), ['--version'], libraries);
  if (!version || !cargo) return undefined;
  const environment = { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, ...libraries };
  return { home, environment, version, commit: commit ?? 'unknown' };
}

/** Asks each rustc on PATH for its toolchain, so that rustup's stand-in leads to the ones behind it. */
async function* sysroots(channel: string | undefined): AsyncGenerator<string> {
  for (const rustc of await findTool('rustc')) {
    // With HOME set to another folder rustup would not find its toolchains: they are beside its own.
    const rustupHomes = [
      undefined,
      join(userInfo().homedir, '.rustup'),
      join(dirname(dirname(dirname(rustc))), '.rustup'),
    ];
    for (const home of rustupHomes) {
      const environment = { RUSTUP_AUTO_INSTALL: '0', ...(home && { RUSTUP_HOME: home }) };
      for (const selector of [...(channel ? [`+${channel}`] : []), undefined]) {
        const args = [...(selector ? [selector] : []), '--print', 'sysroot'];
        const sysroot = await toolOutput(rustc, args, environment);
        if (sysroot) yield sysroot;
      }
    }
  }
}

/** Returns the CARGO_HOME that holds the crates of the lock; undefined when it names none. */
async function fetchCrates(
  locks: SourceFile[],
  { home, environment, version }: RustToolchain,
  cache: string,
): Promise<string | undefined> {
  const lock = lockText(locks, 'Cargo.lock');
  if (!lock || !/^source = /m.test(lock)) return undefined;
  const manifest = requireLock(locks, 'Cargo.toml', 'the manifest that Cargo.lock is made from');
  const folder = await installOnce(cache, 'cargo', [version, manifest, lock], async (target) => {
    const project = join(target, 'project');
    await writeLocks(locks, project);
    // Cargo wants a target before it reads the lock.
    await mkdir(join(project, 'src'), { recursive: true });
    await writeFile(join(project, 'src/lib.rs'), '');
    await writeFile(join(project, 'src/main.rs'), 'fn main() {}\n');
    await runInstaller(join(home, 'bin/cargo'), ['fetch', '--locked'], {
      cwd: project,
      environment: { ...environment, CARGO_HOME: join(target, 'cargo') },
      task: 'Cargo.lock could not be fetched',
    });
  });
  return join(folder, 'cargo');
}

/** The crates of a Cargo.lock that come from a registry: `{ serde: "1.0.228" }`. */
function lockedCrates(lock: string): Record<string, string> {
  const entries = lock.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = /gm);
  return Object.fromEntries([...entries].map(([, name, version]) => [name!, version!]));
}
