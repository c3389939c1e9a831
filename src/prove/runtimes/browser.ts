import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { findVersion } from './debian-tool.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import { prepareNode } from './node.ts';
import { runInstaller, toolOutput } from './tools.ts';
import type { Toolchain } from './types.ts';

/**
 * A program of Node.js that drives a browser, whose path is CHROMIUM_PATH.
 * The browser is the one of @sparticuz/chromium, when the lock has it, or else Debian's.
 */
export const browser = defineRuntime({
  debianPackages: (locks) => (hasPackedBrowser(locks) ? [] : ['chromium']),
  async prepare(locks, cache) {
    const node = await prepareNode(locks, cache);
    const found = hasPackedBrowser(locks) ? await unpackBrowser(node, cache) : await findInstalled();
    return {
      ...node,
      environment: { ...node.environment, ...found.environment, CHROMIUM_PATH: found.path },
      versions: { ...node.versions, chromium: found.version },
      lacks: (output) => {
        const library = /error while loading shared libraries: (\S+):/.exec(output)?.[1];
        return library ? `the system library ${library}` : node.lacks?.(output);
      },
    };
  },
});

type Browser = { path: string; version: string; environment: Record<string, string> };

function hasPackedBrowser(locks: SourceFile[]): boolean {
  return (lockText(locks, 'package-lock.json') ?? '').includes('"node_modules/@sparticuz/chromium"');
}

async function findInstalled(): Promise<Browser> {
  const { path, version } = await findVersion('Chromium', ['chromium', 'google-chrome'], undefined);
  return { path, version, environment: {} };
}

/** Unpacks the browser, its libraries and its fonts once; in a run the package would do so each time. */
async function unpackBrowser(node: Toolchain, cache: string): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new MissingRequirement('Linux on x64, for which @sparticuz/chromium has a browser');
  const modules = node.mounts!['app/node_modules']!.from;
  const folder = await installOnce(cache, 'browser', [modules], async (target) => {
    const script = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";
    await runInstaller('node', ['-e', script], {
      cwd: join(modules, '..'),
      // It unpacks its libraries only where it takes the machine for one of its own kind.
      environment: { PATH: node.environment['PATH']!, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
      task: '@sparticuz/chromium could not be unpacked',
    });
    await chmod(join(target, 'chromium'), 0o755);
    await mkdir(join(target, 'fontconfig'));
    await writeFile(join(target, 'fontconfig/fonts.conf'), fontConfiguration(target));
  });
  const environment = {
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fontconfig'),
  };
  const path = join(folder, 'chromium');
  const version = /(\d+(?:\.\d+)+)/.exec((await toolOutput(path, ['--version'], environment)) ?? '')?.[1];
  if (!version) throw new MissingRequirement(`a Chromium that runs: ${path} does not`);
  return { path, version, environment };
}

/** Without a font the browser stops; the package's own configuration knows them under another folder only. */
function fontConfiguration(folder: string): string {
  return `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`;
}
