import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../guide/content-files.ts';
import { installOnce } from '../toolchain-cache.ts';
import { writeLocks } from './locks.ts';
import { findNode, installNpm } from './node.ts';
import { runInstaller } from './tools.ts';

/** A language that npm has as WebAssembly, for versions that Debian does not have. */
export type WasmLanguage = {
  /** Folder below `wasm/` with package.json, package-lock.json and what starts the language. */
  name: string;
  /** By program, such as `ruby`: the words after `node` that start it, the first a file of the folder. */
  programs: Record<string, string>;
};

export type InstalledWasm = { folder: string; path: string; versionText: string };

/**
 * Installs the packages of the language's lock once.
 * @returns its folder, a PATH with its programs, and what the first of them prints with `--version`
 */
export async function installWasm(language: WasmLanguage, cache: string): Promise<InstalledWasm> {
  const node = await findNode(NODE, cache);
  const files = await readFolder(join(import.meta.dirname, 'wasm', language.name));
  const folder = await installOnce(cache, 'wasm', [language, files], async (target) => {
    await writeLocks(files, target);
    await installNpm(['ci'], target, `${language.name} for WebAssembly could not be installed`);
    await mkdir(join(target, 'bin'));
    for (const [program, words] of Object.entries(language.programs)) {
      const path = join(target, 'bin', program);
      await writeFile(path, `#!/bin/sh\nexec node --no-warnings "$(dirname "$0")/../"${words} "$@"\n`);
      await chmod(path, 0o755);
    }
    const [program] = Object.keys(language.programs);
    const printed = await runInstaller(join(target, 'bin', program!), ['--version'], {
      cwd: target,
      environment: { PATH: searchPath(target, node) },
      task: `${program} for WebAssembly does not run`,
    });
    await writeFile(join(target, 'version.txt'), printed);
  });
  const versionText = await readFile(join(folder, 'version.txt'), 'utf8');
  return { folder, path: searchPath(folder, node), versionText };
}

/** Node.js that runs WebAssembly. */
const NODE = '24';

function searchPath(folder: string, node: string): string {
  return `${join(folder, 'bin')}:${dirname(node)}:/usr/bin:/bin`;
}

async function readFolder(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).sort();
  return await Promise.all(
    names.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  );
}
