/** A server that guides may need, such as a database. */
export type Service = {
  /** Debian packages that bring its server; none when `prepare` installs it. */
  debianPackages(version?: string): string[];
  /**
   * Finds or installs the server. Never throws for what the machine lacks.
   * @param version as in `postgresql@17`: the first numbers of a version; any when absent
   * @param cache a folder that outlives the run
   */
  prepare(version: string | undefined, cache: string): Promise<PreparedService | { missing: string }>;
};

export type PreparedService = {
  id: string;
  /** Of the server, as it says itself. */
  version: string;
  /** The port on which programs expect it. */
  port: number;
  /** What a program gets to find it. */
  environment(port: number): Record<string, string>;
  /** Folders of this machine, and what stands for them in recorded output. */
  paths: [path: string, name: string][];
  /** Folders outside the system's that the server needs. */
  folders: string[];
  /** Makes what every run's data begins with, once; each run gets a copy. */
  template?: {
    /** Where it is kept; its name changes when `command` or the server does. */
    folder: string;
    /** A shell command that fills the folder `$DATA`. */
    command: string;
  };
  server(place: ServicePlace): ServerCommand;
  /** How a connection is tried: a file in `ready/`. */
  protocol: 'amqp' | 'mongodb' | 'mysql' | 'postgresql' | 'redis';
};

export type ServicePlace = {
  /** The service's own folder, as the server sees it. */
  data: string;
  port: number;
  /** Free ports that it may use besides. */
  otherPorts: number[];
};

/** How a server is started: it stays in the foreground. */
export type ServerCommand = {
  command: string[];
  environment?: Record<string, string>;
  /** Files that it reads, by their path in `data`. */
  files?: Record<string, string>;
};
