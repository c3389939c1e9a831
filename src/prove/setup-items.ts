import { composeRun, runSettings } from '../guide/layers.ts';
import type { Job } from './jobs.ts';
import { runtimes } from './runtimes/index.ts';
import { parseService, services } from './services/index.ts';
import type { SetupItem } from './setup.ts';
import { selectLocks, toolchainKey, unknownRuntime, unknownService } from './tools.ts';

/**
 * What jobs need on this machine: each toolchain once for its locks, each server once.
 * @param cache folder for what is installed, kept between runs
 */
export function setupItems(jobs: Job[], cache: string): SetupItem[] {
  const items = new Map<string, SetupItem>();
  for (const job of jobs) {
    const { guide, cause, environment } = job;
    const { framework } = guide;
    for (const side of ['broken', 'fixed'] as const) {
      const locks = selectLocks(environment, composeRun(guide, cause, environment, side));
      const key = toolchainKey(framework, locks);
      if (items.has(key)) continue;
      const own = [...cause.layers[side], ...(cause.environmentLayers[side][environment.id] ?? [])];
      const isReplaced = own.some(({ path }) => locks.some((lock) => lock.path === path));
      items.set(key, {
        name: isReplaced
          ? `${guide.id}/${cause.id}/${side}@${environment.id}`
          : `${framework.id}@${environment.id}`,
        optional: environment.optional,
        debianPackages: () => runtimeOf(job).debianPackages(locks),
        prepare: () => runtimeOf(job).prepare(locks, cache),
      });
    }
    const settings = runSettings(guide, cause, environment);
    for (const id of 'services' in settings ? settings.services : []) {
      const { id: name, version } = parseService(id);
      items.set(id, {
        name: id,
        optional: false,
        debianPackages: () => serviceOf(name).debianPackages(version),
        prepare: () => serviceOf(name).prepare(version, cache),
      });
    }
  }
  return [...items.values()];
}

function runtimeOf({ guide: { framework } }: Job) {
  const runtime = runtimes[framework.settings.runtime];
  if (!runtime) throw new Error(unknownRuntime(framework));
  return runtime;
}

function serviceOf(name: string) {
  const service = services[name];
  if (!service) throw new Error(unknownService(name));
  return service;
}
