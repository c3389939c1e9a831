import type { SourceFile } from '../../guide/content-files.ts';
import type { PreparedService } from '../services/types.ts';

/** What a run needs. */
export type RunRequest = {
  /** A shell command; it is run in the folder that holds `files`. */
  command: string;
  files: SourceFile[];
  tools: Tools;
  services?: PreparedService[];
  /** Variables beside those of the sandbox, the tools and the services. */
  environment?: Record<string, string>;
  limits: Limits;
};

/** The part of a toolchain that a run sees. */
export type Tools = {
  environment: Record<string, string>;
  /** Folders of this machine, and what stands for them in recorded output. */
  paths: [path: string, name: string][];
  /** Folders that stand under `app/`, `home/` or `tmp/` of a run: read-only or as a private copy. */
  mounts?: Record<string, { from: string; mode: 'link' | 'copy' }>;
};

export type Limits = {
  /** Seconds until the command is stopped. Starting services does not count. */
  seconds: number;
  /** Megabytes that the command and all it starts may use together. */
  megabytes?: number | undefined;
  /** Processes and threads that the command may have at once. */
  processes?: number | undefined;
  /** Bytes of output after which the command is stopped. */
  outputBytes: number;
  /** Bytes that the files of a run may take together. */
  folderBytes?: number | undefined;
};

export type RunResult = {
  /** As a shell counts: 128 + n for signal n. */
  exit: number;
  /** Standard output and error as they came, in one text. */
  output: string;
  /** Set when a limit ended the run. */
  stopped?: 'time' | 'output' | 'folder';
  /** Folders that occur in the output, and what stands for them in recorded output. */
  paths: [path: string, name: string][];
};

/**
 * How a run is fenced: by the namespaces that root may make, by those that every user may make, or by none.
 * Then a run is a group of processes on the open machine.
 */
export type FenceMode = 'root' | 'user' | 'none';

/** True for what this machine fences, or else a sentence that says why it does not. */
export type Fence = {
  mode: FenceMode;
  network: true | string;
  processes: true | string;
  files: true | string;
  memory: true | string;
};
