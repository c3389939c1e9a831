import type { Runtime, Toolchain } from './types.ts';

/** This machine lacks something; the message names it. */
export class MissingRequirement extends Error {}

/** Makes a runtime whose `prepare` may throw `MissingRequirement` from anywhere. */
export function defineRuntime(runtime: {
  debianPackages: Runtime['debianPackages'];
  prepare(...parameters: Parameters<Runtime['prepare']>): Promise<Toolchain>;
}): Runtime {
  return {
    ...runtime,
    async prepare(locks, cache) {
      try {
        return await runtime.prepare(locks, cache);
      } catch (error) {
        if (error instanceof MissingRequirement) return { missing: error.message };
        throw error;
      }
    },
  };
}
