import { installDebianPackages } from './debian-install.ts';
import type { Unavailable } from './runtimes/types.ts';

/** An environment or a service that is to be ready on this machine. */
export type SetupItem = {
  /** For people: `celery@5.7`, `postgresql@17`. */
  name: string;
  /** A machine may lack it. */
  optional: boolean;
  debianPackages(): string[];
  /** Installs what it needs beyond Debian's packages. */
  prepare(): Promise<{ versions?: Record<string, string> } | { version: string } | Unavailable>;
};

/**
 * Installs all that items need: Debian's packages, where this is root on Debian, and then what each brings itself.
 * @param print gets a line about each thing that is done or missing
 * @returns whether all are ready but optional ones
 */
export async function setUp(items: SetupItem[], print: (line: string) => void): Promise<boolean> {
  let isReady = true;
  const report = ({ name, optional }: SetupItem, problem: string) => {
    if (!optional) isReady = false;
    print(`${name}: ${optional ? 'optional, ' : ''}${problem}`);
  };
  const whole: SetupItem[] = [];
  const packages: string[] = [];
  for (const item of items) {
    try {
      packages.push(...item.debianPackages());
      whole.push(item);
    } catch (error) {
      report(item, (error as Error).message);
    }
  }
  if (!(await installDebianPackages(packages, print))) isReady = false;

  const prepare = async (item: SetupItem) => {
    const start = performance.now();
    try {
      const result = await item.prepare();
      if ('missing' in result) return report(item, `missing: ${result.missing}`);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      print(`${item.name}: ready, ${describeVersions(result)} (${seconds} s)`);
    } catch (error) {
      report(item, (error as Error).message);
    }
  };
  // Two at once: one waits for the network while the other unpacks.
  const waiting = [...whole];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await prepare(item);
  };
  await Promise.all([work(), work()]);
  return isReady;
}

function describeVersions(result: { versions?: Record<string, string> } | { version: string }): string {
  if ('version' in result) return result.version;
  return Object.entries(result.versions ?? {})
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
