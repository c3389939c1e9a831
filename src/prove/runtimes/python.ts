import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installOnce } from '../toolchain-cache.ts';
import { defineRuntime, MissingRequirement } from './define.ts';
import { lockText } from './locks.ts';
import { findTool, isVersion, runInstaller, toolOutput } from './tools.ts';

/** Debian 12's Python; the machine must bring others. */
const DEBIAN_VERSION = '3.11';

/** Python as `.python-version` says, with `requirements.txt` in a virtual environment. */
export const python = defineRuntime({
  debianPackages: (locks) =>
    isVersion(DEBIAN_VERSION, lockText(locks, '.python-version') ?? DEBIAN_VERSION)
      ? ['python3', 'python3-venv']
      : [],
  async prepare(locks, cache) {
    const interpreter = await findPython(lockText(locks, '.python-version'));
    const requirements = lockText(locks, 'requirements.txt') ?? '';
    const venv = join(await installVenv(interpreter, requirements, cache), '.venv');
    const library = `python${interpreter.version.split('.').slice(0, 2).join('.')}`;
    return {
      environment: {
        PATH: `${join(venv, 'bin')}:/usr/bin:/bin`,
        VIRTUAL_ENV: venv,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      versions: { python: interpreter.version },
      packages: pinnedPackages(requirements),
      paths: [
        [venv, '/app/.venv'],
        [join(interpreter.prefix, 'lib', library), `/usr/lib/${library}`],
      ],
      lacks: (output) => {
        const file = /^OSError: (?:dlopen\()?([\w.+-]+\.so[\w.]*)(?:,|: cannot open)/m.exec(output)?.[1];
        return file && `the system library ${file}`;
      },
      explain: (output) => {
        const module = /python[\d.]*: No module named ([\w.]+)/.exec(output)?.[1];
        return module && `"python -m ${module}" needs a package. Add it to requirements.txt, with hashes.`;
      },
    };
  },
});

export type Python = { path: string; version: string; prefix: string };

/**
 * Finds a Python 3 that can make virtual environments.
 * @param wanted `3`, `3.11` or `3.11.2`; any when absent
 * @throws MissingRequirement
 */
export async function findPython(wanted: string | undefined): Promise<Python> {
  const names = [...(wanted ? [`python${wanted}`] : []), 'python3', 'python'];
  const paths = (await Promise.all(names.map(findTool))).flat();
  const others = new Set<string>();
  for (const path of paths) {
    // A version manager's stand-in says where the real interpreter is, or fails. Pyenv's looks for its versions in HOME,
    // which may be another one here: they are beside it.
    const environment = { PYENV_ROOT: dirname(dirname(path)) };
    const [real, version, prefix] =
      (await toolOutput(path, ['-c', describeSelf], environment))?.split('\n') ?? [];
    if (!real || !version?.startsWith('3.')) continue;
    if (!wanted || isVersion(version, wanted)) return { path: real, version, prefix: prefix! };
    others.add(version);
  }
  const found = others.size > 0 ? ` (only ${[...others].join(', ')})` : '';
  throw new MissingRequirement(`no Python ${wanted ?? 3} with the module "venv" was found on PATH${found}`);
}

const describeSelf = `
import ensurepip, platform, sys, venv
print(getattr(sys, "_base_executable", sys.executable), platform.python_version(), sys.base_prefix, sep="\\n")
`;

/** Returns the folder that holds `.venv`, made once for each interpreter and lock. */
export async function installVenv(python: Python, requirements: string, cache: string): Promise<string> {
  return await installOnce(cache, 'python', [python, requirements], async (folder) => {
    const venv = join(folder, '.venv');
    const list = join(folder, 'requirements.txt');
    await writeFile(list, `${requirements}\n`);
    await runInstaller(python.path, ['-m', 'venv', venv], { cwd: folder, task: 'python -m venv' });
    if (!requirements) return;
    const options = ['--disable-pip-version-check', '--no-input', '--require-hashes'];
    await runInstaller(join(venv, 'bin/python'), ['-m', 'pip', 'install', ...options, '-r', list], {
      cwd: folder,
      task: 'requirements.txt could not be installed',
    });
  });
}

/** The pins of a requirements.txt: `celery==5.7.0` → `{ celery: "5.7.0" }`. */
export function pinnedPackages(requirements: string): Record<string, string> {
  const pins = [...requirements.matchAll(/^([A-Za-z0-9._-]+)==([^\s\\;]+)/gm)];
  return Object.fromEntries(pins.map(([, name, version]) => [name!.toLowerCase(), version!]));
}
