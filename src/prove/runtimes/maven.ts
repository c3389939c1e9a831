import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { findJdk, identityHashes, jdkPackages, type Jdk } from './java.ts';
import { lockText, requireLock, writeLocks } from './locks.ts';
import { findTool, runInstaller, toolOutput } from './tools.ts';

/** Java or Kotlin by Maven: `pom.xml`, with a JDK of the version that `.java-version` names. */
export const maven = defineRuntime({
  debianPackages: (locks) => [...jdkPackages(locks), 'maven'],
  async prepare(locks, cache) {
    requireLock(locks, 'pom.xml', 'a project with exact versions of dependencies and plugins');
    const jdk = await findJdk(lockText(locks, '.java-version'));
    const tool = await findMaven(jdk);
    const folder = await installRepository(locks, jdk, tool, cache);
    const repository = join(folder, 'repository');
    return {
      environment: {
        PATH: `${join(jdk.home, 'bin')}:${dirname(tool.path)}:/usr/bin:/bin`,
        JAVA_HOME: jdk.home,
        MAVEN_OPTS: [
          repositoryOption(repository),
          NO_DAEMON,
          // Maven ends before Java's better compiler pays.
          '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
        ].join(' '),
      },
      versions: { java: jdk.version, maven: tool.version },
      packages: resolvedPackages(await readFile(join(folder, 'packages.txt'), 'utf8')),
      paths: [
        [jdk.home, '/opt/java'],
        [repository, '/home/app/.m2/repository'],
      ],
      normalise: [identityHashes],
      explain: (output) => {
        const artifact =
          /(?:Could not find artifact|Could not resolve \S+|No plugin found for prefix) '?([\w.:-]+)/.exec(
            output,
          )?.[1];
        return (
          artifact &&
          `Maven needs ${artifact}, which pom.xml of the environment does not name. Add it there with its version.`
        );
      },
    };
  },
});

/** Kotlin's compiler looks for a running daemon in every folder below its temporary one, and leaves one behind. */
const NO_DAEMON = '-Dkotlin.compiler.daemon=false';

type Maven = { path: string; version: string };

async function findMaven(jdk: Jdk): Promise<Maven> {
  for (const path of await findTool('mvn')) {
    const version = /Apache Maven (\d[\w.-]*)/.exec(
      (await toolOutput(path, ['--batch-mode', '--version'], { JAVA_HOME: jdk.home })) ?? '',
    )?.[1];
    if (version) return { path, version };
  }
  throw new MissingRequirement('no Maven was found on PATH');
}

function repositoryOption(repository: string): string {
  return `-Dmaven.repo.local=${repository}`;
}

/**
 * Returns the folder that holds all that a build of the project downloads: the project is built once with a class and a
 * test that do nothing, since plugins choose some of what they need only then.
 */
async function installRepository(locks: SourceFile[], jdk: Jdk, tool: Maven, cache: string): Promise<string> {
  const pom = lockText(locks, 'pom.xml')!;
  return await installOnce(cache, 'maven', [tool.version, jdk.version, pom], async (folder) => {
    const project = join(folder, 'project');
    await writeLocks([{ path: 'pom.xml', text: pom }, ...emptyProgram(pom)], project);
    const repository = join(folder, 'repository');
    const goals = ['go-offline', 'list'].map((goal) => `${dependencyPlugin}:${goal}`);
    const options = [
      '-B',
      '-ntp',
      repositoryOption(repository),
      NO_DAEMON,
      `-DoutputFile=${join(folder, 'packages.txt')}`,
    ];
    await runInstaller(tool.path, [...options, ...goals, 'package'], {
      cwd: project,
      environment: { JAVA_HOME: jdk.home },
      task: 'pom.xml could not be built',
    });
    // They name the registry that each file came from, and another one may be set where the guides run.
    await removeFiles(repository, ['_remote.repositories', 'resolver-status.properties']);
  });
}

const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

function emptyProgram(pom: string): SourceFile[] {
  const java = [
    {
      path: 'src/main/java/Empty.java',
      text: 'public class Empty {\n  public static void main(String[] arguments) {}\n}\n',
    },
    { path: 'src/test/java/EmptyTest.java', text: 'class EmptyTest {}\n' },
  ];
  const kotlin = [
    { path: 'src/main/kotlin/Empty.kt', text: 'fun main() {}\n' },
    { path: 'src/test/kotlin/EmptyTest.kt', text: 'class EmptyTest\n' },
  ];
  return pom.includes('kotlin-maven-plugin') ? kotlin : java;
}

async function removeFiles(folder: string, names: string[]): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const unwanted = files.filter(({ name }) => names.includes(name));
  await Promise.all(unwanted.map(({ parentPath, name }) => rm(join(parentPath, name))));
}

/** `org.slf4j:slf4j-api:jar:2.0.17:compile` → `{ "org.slf4j:slf4j-api": "2.0.17" }`. */
function resolvedPackages(list: string): Record<string, string> {
  const lines = list.matchAll(/^ +([\w.-]+:[\w.-]+):[\w-]+:(?:[\w-]+:)?([\w.-]+):\w+/gm);
  return Object.fromEntries([...lines].map(([, name, version]) => [name!, version!]));
}
