import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { allOnPath, ask, lockText } from './find.ts';
import type { Missing, Runtime } from './types.ts';

/** Python: `.python-version` if the machine has it, else another one; `requirements.txt` in a virtual environment. */
export const python: Runtime = {
  async prepare(lock, cache) {
    const interpreter = await findInterpreter(lockText(lock, '.python-version'));
    if ('missing' in interpreter) return interpreter;
    const requirements = lockText(lock, 'requirements.txt') ?? '';
    const venv = await makeVenv(interpreter, requirements, cache);
    if (typeof venv !== 'string') return venv;
    const folder = `python${interpreter.version.split('.').slice(0, 2).join('.')}`;
    return {
      environment: {
        PATH: `${join(venv, 'bin')}:/usr/bin:/bin`,
        VIRTUAL_ENV: venv,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      versions: { python: interpreter.version },
      packages: pinned(requirements),
      paths: [
        [venv, '/app/.venv'],
        [join(interpreter.prefix, 'lib', folder), `/usr/lib/${folder}`],
      ],
      lacks: (output) => {
        const library = /^OSError: (?:dlopen\()?([\w.+-]+\.so[\w.]*)(?:,|: cannot open)/m.exec(output)?.[1];
        return library && `the system library ${library}`;
      },
    };
  },
};

type Interpreter = { path: string; version: string; prefix: string };

async function findInterpreter(wanted: string | undefined): Promise<Interpreter | Missing> {
  const names = [...(wanted ? [`python${wanted}`] : []), 'python3', 'python'];
  const paths = (await Promise.all(names.map(allOnPath))).flat();
  const found: Interpreter[] = [];
  for (const path of paths) {
    // A version manager's stand-in says where the real interpreter is, or fails. Pyenv's looks for its versions in HOME,
    // which may be another one here: they are beside it.
    const environment = { PYENV_ROOT: dirname(dirname(path)) };
    const [real, version, prefix] = (await ask(path, ['-c', whoAreYou], environment))?.split('\n') ?? [];
    if (!real || !version?.startsWith('3.')) continue;
    const interpreter = { path: real, version, prefix: prefix! };
    if (!wanted || version.startsWith(`${wanted}.`)) return interpreter;
    found.push(interpreter);
  }
  return found[0] ?? { missing: 'no Python 3 with the module "venv" was found on PATH' };
}

const whoAreYou = `
import ensurepip, platform, sys, venv
print(getattr(sys, "_base_executable", sys.executable), platform.python_version(), sys.base_prefix, sep="\\n")
`;

/** Makes the virtual environment once for each interpreter and lock. */
async function makeVenv(python: Interpreter, requirements: string, cache: string): Promise<string | Missing> {
  const key = createHash('sha256')
    .update(JSON.stringify([python, requirements]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache, 'python', key);
  const venv = join(folder, '.venv');
  const complete = join(folder, 'complete');
  await mkdir(folder, { recursive: true });
  return await alone(join(folder, 'lock'), async () => {
    if ((await readFile(complete, 'utf8').catch(() => undefined)) !== undefined) return venv;
    await rm(venv, { recursive: true, force: true });
    const list = join(folder, 'requirements.txt');
    await writeFile(list, `${requirements}\n`);
    const exec = promisify(execFile);
    await exec(python.path, ['-m', 'venv', venv]);
    const hashes = requirements.includes('--hash=') ? ['--require-hashes'] : [];
    const install = [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--no-input',
      ...hashes,
      '-r',
      list,
    ];
    try {
      await exec(join(venv, 'bin/python'), install);
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      if (!unreachable.test(`${stdout}\n${stderr}`)) {
        throw new Error(`pip could not install requirements.txt:\n${stderr.trim() || stdout.trim()}`, {
          cause: error,
        });
      }
      return { missing: 'requirements.txt could not be installed: the package index cannot be reached' };
    }
    await writeFile(complete, '');
    return venv;
  });
}

/** What pip says when no index answers; a pinned package of which an index knows no version at all is that, too. */
const unreachable =
  /NewConnectionError|\(from versions: none\)|Temporary failure in name resolution|Network is unreachable|Connection refused|ConnectTimeout|Max retries exceeded|ProxyError/;

/** Runs an action while no other process does, told by a file with the process id of who does. */
async function alone<T>(file: string, action: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(await readFile(file, 'utf8').catch(() => ''));
      if (owner && !isAlive(owner)) await rm(file, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The pins of a requirements.txt: `celery==5.7.0` → `{ celery: "5.7.0" }`. */
function pinned(requirements: string): Record<string, string> {
  const pins = [...requirements.matchAll(/^([A-Za-z0-9._-]+)==([^\s\\;]+)/gm)];
  return Object.fromEntries(pins.map(([, name, version]) => [name!.toLowerCase(), version!]));
}
