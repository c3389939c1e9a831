import { readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { allOnPath, ask, lockText } from './find.ts';
import type { Runtime } from './types.ts';

/** Java: a JDK of the major version that `.java-version` names. */
export const java: Runtime = {
  async prepare(lock) {
    const wanted = lockText(lock, '.java-version');
    const seen: string[] = [];
    for (const home of await homes()) {
      const version = /^openjdk (\S+)|"(\S+)"/m.exec(
        (await ask(join(home, 'bin/java'), ['--version'])) ?? '',
      )?.[1];
      const hasCompiler = (await ask(join(home, 'bin/javac'), ['--version'])) !== undefined;
      if (!version || !hasCompiler) continue;
      seen.push(version);
      if (wanted && version.split('.')[0] !== wanted) continue;
      return {
        environment: { PATH: `${join(home, 'bin')}:/usr/bin:/bin`, JAVA_HOME: home },
        versions: { java: version },
        paths: [[home, '/opt/java']],
      };
    }
    return {
      missing: `no JDK ${wanted ?? ''} was found by JAVA_HOME, on PATH or in /usr/lib/jvm${seen.length ? ` (only ${seen.join(', ')})` : ''}`,
    };
  },
};

async function homes(): Promise<string[]> {
  const jvm = '/usr/lib/jvm';
  const onPath = await Promise.all(
    (await allOnPath('javac')).map(async (path) => dirname(dirname(await realpath(path)))),
  );
  const installed = (await readdir(jvm).catch(() => [])).map((name) => join(jvm, name));
  return [...new Set([process.env['JAVA_HOME'] ?? [], onPath, installed].flat())];
}
