import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits, RunResult } from './types.ts';

/** A run's processes, from outside. */
export type RunProcess = {
  /** Ends it all. */
  kill(): void;
  /** Rejects when the first process could not be started. */
  done: Promise<Ended>;
};

export type Ended = {
  /** Whether the command was begun; if not, `log` says why. */
  started: boolean;
  exit: number;
  output: string;
  stopped?: RunResult['stopped'];
  /** What the sandbox itself printed. */
  log: string;
};

/** Seconds in which a sandbox and its services must be there. */
const START_SECONDS = 120;
const KILLED = 128 + 9;

/**
 * Starts the script of a run and watches its limits.
 * @param isFenced whether all processes end with the first one
 * @param isTooLarge whether the run's files take too much room; asked every now and then
 */
export function startProcess(
  argv: string[],
  environment: Record<string, string>,
  limits: Limits,
  isFenced: boolean,
  isTooLarge: () => Promise<boolean>,
): RunProcess {
  const child = spawn(argv[0]!, argv.slice(1), {
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // Ctrl-C on a terminal is for prove alone, which then ends its runs.
    detached: true,
  });
  const output = collect(child.stdout!, limits.outputBytes, () => stop('output'));
  const log = collect(child.stderr!, 64 * 1024, () => {});
  let stopped: RunResult['stopped'];
  let status = '';
  let timer = setTimeout(kill, START_SECONDS * 1000);
  let hasEnded = false;

  (child.stdio[3] as NodeJS.ReadableStream).on('data', (chunk: Buffer) => {
    const wasStarted = status !== '';
    status += chunk.toString();
    if (wasStarted) return;
    clearTimeout(timer);
    timer = setTimeout(() => stop('time'), limits.seconds * 1000);
    void watchFolder();
  });

  return { kill, done: run() };

  async function run(): Promise<Ended> {
    const closed = new Promise((resolve) => child.once('close', resolve));
    try {
      await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
      if (!isFenced) killGroup(child.pid!);
      // What was written before the end is still in the pipe; outside of namespaces a process may hold it open.
      await Promise.race([closed, sleep(isFenced ? 10_000 : 1000, undefined, { ref: false })]);
    } finally {
      hasEnded = true;
      clearTimeout(timer);
      for (const stream of child.stdio) stream?.destroy();
    }
    const exit = /^exit (\d+)$/m.exec(status)?.[1];
    return {
      started: status.startsWith('started'),
      exit: stopped || exit === undefined ? KILLED : Number(exit),
      output: output(),
      ...(stopped && { stopped }),
      log: log(),
    };
  }

  function stop(reason: RunResult['stopped']) {
    stopped ??= reason;
    kill();
  }

  /** Ends the first process of the namespace, and `unshare` follows when the kernel has ended all others. */
  function kill() {
    if (child.pid === undefined || hasEnded) return;
    const first = isFenced ? childrenOf(child.pid) : [];
    if (first.length === 0) killGroup(child.pid);
    for (const pid of first) killOne(pid);
  }

  async function watchFolder() {
    while (!hasEnded) {
      await sleep(500, undefined, { ref: false });
      if (!hasEnded && (await isTooLarge())) stop('folder');
    }
  }
}

/** Keeps the first bytes of a stream, and says when there are more. */
function collect(stream: NodeJS.ReadableStream, limit: number, onMore: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    const room = limit - size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    size += chunk.length;
    if (size > limit) onMore();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killGroup(pid: number): void {
  killOne(-pid);
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
