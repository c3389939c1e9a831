import type { SourceFile } from '../../guide/content-files.ts';

/** How code of one language is run: finds what the machine has and installs what a lock asks for. */
export type Runtime = {
  /**
   * @param lock the framework's lock files
   * @param cache a folder that outlives the run, for what is installed
   */
  prepare(lock: SourceFile[], cache: string): Promise<Toolchain | Missing>;
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
  /** Says what the machine lacks when an output shows that this, and not the program, is at fault. */
  lacks?(output: string): string | undefined;
};

/** Why a runtime cannot be had here; everything that needs it is skipped by this reason. */
export type Missing = { missing: string };
