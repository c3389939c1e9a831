import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { findVersion, installedPackages, listedPackages, type Tool } from './debian-tool.ts';
import { defineRuntime } from './define.ts';
import { lockText, requireLock } from './locks.ts';
import { findNode, installNpm } from './node.ts';
import { findPython, installVenv, python } from './python.ts';
import { toolOutput } from './tools.ts';

/** Tools of a command line, whose output is the trace: `.tool-versions` has a name and a version a line. */
export const shell = defineRuntime({
  debianPackages: (locks) => [
    ...wantedTools(locks).flatMap(({ tool }) => tool.debianPackages(locks)),
    ...listedPackages(locks),
  ],
  async prepare(locks, cache) {
    const found: (Found & { name: string })[] = [];
    for (const { name, version, tool } of wantedTools(locks)) {
      found.push({ name, ...(await tool.find(version, locks, cache)) });
    }
    const folders = found.map(({ path }) => dirname(path)).filter((folder) => folder !== '/usr/bin');
    return {
      environment: {
        PATH: [...new Set(folders), '/usr/bin', '/bin'].join(':'),
        // What a tool prints must not depend on the machine's settings, nor a commit's name on the moment.
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_DATE: '2026-01-15T09:30:00Z',
        GIT_COMMITTER_DATE: '2026-01-15T09:30:00Z',
        NO_COLOR: '1',
        npm_config_update_notifier: 'false',
        PIP_DISABLE_PIP_VERSION_CHECK: '1',
      },
      versions: Object.fromEntries(found.map(({ name, version }) => [name, version])),
      packages: await installedPackages(locks),
      paths: found.flatMap(({ home }) => (home ? [[home, '/usr/local'] as [string, string]] : [])),
    };
  },
});

type Found = Tool & {
  /** The folder of the cache that holds it. */
  home?: string;
};
type ShellTool = {
  debianPackages(locks: SourceFile[]): string[];
  find(wanted: string | undefined, locks: SourceFile[], cache: string): Promise<Found>;
};

/** The tools that `.tool-versions` can name. A new one is a line here. */
const tools: Record<string, ShellTool> = {
  bash: debianTool('bash'),
  curl: debianTool('curl'),
  git: debianTool('git'),
  make: debianTool('make'),
  nodejs: { debianPackages: () => [], find: findNodeTool },
  npm: { debianPackages: () => [], find: findNpm },
  pip: {
    debianPackages: (locks) =>
      lockText(locks, 'requirements.txt') ? python.debianPackages([]) : ['python3-pip'],
    find: findPip,
  },
};

function debianTool(name: string): ShellTool {
  return { debianPackages: () => [name], find: (wanted) => findVersion(name, [name], wanted) };
}

async function findNodeTool(wanted: string | undefined, _: SourceFile[], cache: string): Promise<Found> {
  const path = await findNode(wanted, cache);
  return { path, version: (await toolOutput(path, ['--version']))!.slice(1), home: dirname(dirname(path)) };
}

/** The machine's npm, or with a version the one of npm's registry. */
async function findNpm(wanted: string | undefined, _: SourceFile[], cache: string): Promise<Found> {
  if (!wanted) return await findVersion('npm', ['npm'], undefined);
  const home = await installOnce(cache, 'npm', ['npm', wanted], (target) =>
    installNpm(
      ['install', '--no-package-lock', '--prefix', target, `npm@${wanted}`],
      target,
      `npm ${wanted}`,
    ),
  );
  const path = join(home, 'node_modules/.bin/npm');
  return { path, version: (await toolOutput(path, ['--version']))!, home: join(home, 'node_modules') };
}

/** Debian's pip, or the one that `requirements.txt` pins. */
async function findPip(wanted: string | undefined, locks: SourceFile[], cache: string): Promise<Found> {
  const requirements = lockText(locks, 'requirements.txt');
  if (!requirements) return await findVersion('pip', ['pip3', 'pip'], wanted, /^pip (\d[\d.]*)/);
  const venv = join(await installVenv(await findPython(undefined), requirements, cache), '.venv');
  const path = join(venv, 'bin/pip');
  const version = /^pip (\d[\d.]*)/.exec((await toolOutput(path, ['--version'])) ?? '')?.[1];
  return { path, version: version ?? 'unknown', home: venv };
}

/** Lines of `.tool-versions`, such as `git 2.39`; a tool without a version may have any. */
function wantedTools(locks: SourceFile[]): { name: string; version: string | undefined; tool: ShellTool }[] {
  const lines = requireLock(locks, '.tool-versions', 'lines such as "git 2.39"').split('\n');
  return lines.map((line) => {
    const [name = '', version] = line.trim().split(/\s+/);
    const tool = tools[name];
    if (tool) return { name, version, tool };
    const known = Object.keys(tools).join(', ');
    throw new Error(
      `.tool-versions: "${name}" is an unknown tool. Use ${known}, or add it to src/prove/runtimes/shell.ts.`,
    );
  });
}
