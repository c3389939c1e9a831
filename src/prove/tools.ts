import type { SourceFile } from '../guide/content-files.ts';
import type { Environment, Framework } from '../guide/content.ts';
import { hashBytes } from '../guide/proof-inputs.ts';
import { runtimes } from './runtimes/index.ts';
import type { Toolchain } from './runtimes/types.ts';
import { Skip } from './sandbox/errors.ts';
import type { Session } from './sandbox/session.ts';
import { parseService, services } from './services/index.ts';
import type { PreparedService } from './services/types.ts';

/** What all runs share: toolchains that are prepared once, and the limit of how many run at once. */
export type ProveTools = {
  /**
   * The toolchain for a run's files; the same locks are prepared once.
   * @throws Skip when this machine lacks it, Error when the lock is wrong
   */
  toolchain(framework: Framework, environment: Environment, files: SourceFile[]): Promise<Toolchain>;
  /**
   * The servers of a run, `postgresql@17`; each is prepared once.
   * @throws Skip when this machine lacks one, Error when there is no such service
   */
  services(ids: string[]): Promise<PreparedService[]>;
  session: Session;
  /** Lets only so many runs go at once. */
  limit: <T>(action: () => Promise<T>) => Promise<T>;
};

/** @param cache folder for what is installed, kept between runs */
export function createTools(session: Session, cache: string, jobs: number): ProveTools {
  const prepared = new Map<string, Promise<Toolchain>>();
  const servers = new Map<string, Promise<PreparedService>>();
  return {
    session,
    services: (ids) =>
      Promise.all(
        ids.map((id) => {
          if (!servers.has(id)) servers.set(id, prepareService(id, cache));
          return servers.get(id)!;
        }),
      ),
    limit: limiter(jobs),
    toolchain(framework, environment, files) {
      const locks = selectLocks(environment, files);
      const key = toolchainKey(framework, locks);
      if (!prepared.has(key)) prepared.set(key, prepare(framework, locks, cache));
      return prepared.get(key)!;
    },
  };
}

/** Equal for equal toolchains. */
export function toolchainKey({ settings }: Framework, locks: SourceFile[]): string {
  return hashBytes(JSON.stringify([settings.runtime, locks]));
}

async function prepare(framework: Framework, locks: SourceFile[], cache: string): Promise<Toolchain> {
  const runtime = runtimes[framework.settings.runtime];
  if (!runtime) throw new Error(unknownRuntime(framework));
  const toolchain = await runtime.prepare(locks, cache);
  if ('missing' in toolchain) throw new Skip(toolchain.missing);
  return toolchain;
}

async function prepareService(id: string, cache: string): Promise<PreparedService> {
  const { id: name, version } = parseService(id);
  const service = services[name];
  if (!service) throw new Error(unknownService(name));
  const prepared = await service.prepare(version, cache);
  if ('missing' in prepared) throw new Skip(prepared.missing);
  return prepared;
}

/** What to say of a service that no file in services/ is for. */
export function unknownService(name: string): string {
  return `There is no service "${name}". Use one of ${Object.keys(services).join(', ')}, or add src/prove/services/${name}.ts.`;
}

/** What to say of a runtime that no file in runtimes/ is for. */
export function unknownRuntime({ id, settings }: Framework): string {
  const known = Object.keys(runtimes).join(', ');
  return `${id}/framework.yaml: runtime must be one of ${known}, found "${settings.runtime}". Name one, or add src/prove/runtimes/${settings.runtime}.ts.`;
}

/**
 * The files of a run that say what is installed: the environment's, as a side may have replaced them, and locks of the app.
 * A Node.js package in a folder of the app may have a lock of its own.
 */
export function selectLocks(environment: Environment, files: SourceFile[]): SourceFile[] {
  const own = new Set(environment.files.map(({ path }) => path));
  return files.filter(({ path }) => own.has(path) || lockNames.test(path));
}

const lockNames =
  /^((?:.+\/)?package(-lock)?\.json|requirements\.txt|pom\.xml|go\.(mod|sum)|Cargo\.(toml|lock)|rust-toolchain\.toml|\.[a-z]+-version)$/;

/** Lets a number of actions run at once; the others wait. */
function limiter(places: number): ProveTools['limit'] {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (action) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await action();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
