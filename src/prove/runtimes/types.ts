import type { SourceFile } from '../../guide/content-files.ts';
import type { Step } from '../normalise.ts';

/** How code of one language is run: finds what the machine has and installs what locks ask for. */
export type Runtime = {
  /** Debian packages that `prove --setup` installs for these locks; [] when `prepare` brings all that is needed. */
  debianPackages(locks: SourceFile[]): string[];
  /**
   * Finds the toolchain and installs what the locks name, with network, once a lock.
   * @param locks the environment's files; those that `broken/` or `fixed/` replace are replaced
   * @param cache a folder that outlives the run
   * @returns the toolchain, or what the machine lacks
   * @throws Error when a lock is wrong, with its file name and what to do
   */
  prepare(locks: SourceFile[], cache: string): Promise<Toolchain | Unavailable>;
};

export type Toolchain = {
  /** What a run's environment gets, beside its own folders. */
  environment: Record<string, string>;
  /** Of the tools that this machine has. Where they differ from the recorded ones, output may differ too. */
  versions: Record<string, string>;
  /** Of the packages that the lock pins; the same on every machine. */
  packages?: Record<string, string>;
  /** Folders of this machine, and what stands for them in recorded output. */
  paths: [path: string, name: string][];
  /** By a path below the run's folders (`app/…`, `home/…`): the folder of the cache that stands there. */
  mounts?: Record<string, Mount>;
  /** Steps that even out what only this runtime prints. */
  normalise?: Step[];
  /** Says what the machine lacks when an output shows that this, and not the program, is at fault. */
  lacks?(output: string): string | undefined;
  /** Says what is wrong with the locks when an output shows it, and what to do. Only for runs that fail unexpectedly. */
  explain?(output: string): string | undefined;
};

/** `link` is read-only; `copy` is the run's own to change. */
export type Mount = { from: string; mode: 'link' | 'copy' };

/** Why a runtime cannot be had here; everything that needs it is skipped by this reason. */
export type Unavailable = { missing: string };
