import type { Unavailable } from '../runtimes/types.ts';

export type PreparedService = {
  id: string;
  /** Of the server. */
  version: string;
};

/** How a server is had: what Debian packages it takes, and what a run needs to start it. */
export type Service = {
  debianPackages(version?: string): string[];
  prepare(version: string | undefined, cache: string): Promise<PreparedService | Unavailable>;
};
