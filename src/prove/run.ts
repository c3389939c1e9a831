import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemoryGroup } from './memory.ts';

export type Limits = {
  /** Seconds until the run is stopped. */
  seconds: number;
  /** Bytes of output after which the run is stopped. */
  outputBytes: number;
  /** Holds the run's memory. */
  memory?: MemoryGroup | undefined;
};

export type RunResult = {
  /** What a shell would say: 128 + n for signal n. */
  exit: number;
  /** Standard output and error as they came. */
  output: string;
  /** Set when a limit ended the run. */
  stopped?: 'time' | 'output';
};

/**
 * Runs a shell command in a folder.
 * Its environment is what is given and nothing else. When it ends, nothing that it started is left.
 */
export async function run(
  command: string,
  folder: string,
  environment: Record<string, string>,
  limits: Limits,
): Promise<RunResult> {
  if (interrupted) throw new Interrupted();
  const mark = `TRACEBOOK_RUN=${randomUUID()}`;
  const child = spawn('/bin/sh', ['-c', script, command, limits.memory?.procs ?? ''], {
    cwd: folder,
    env: { ...environment, TRACEBOOK_RUN: mark.split('=')[1] },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });

  running.add(child);

  let stopped: RunResult['stopped'];
  const stop = (reason: RunResult['stopped']) => {
    stopped ??= reason;
    killGroup(child);
  };
  const timer = setTimeout(stop, limits.seconds * 1000, 'time');
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout!.on('data', (chunk: Buffer) => {
    const room = limits.outputBytes - size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    size += chunk.length;
    if (size > limits.outputBytes) stop('output');
  });

  const closed = new Promise((resolve) => child.once('close', resolve));
  const exit = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
  clearTimeout(timer);
  killGroup(child);
  running.delete(child);
  await killMarked(mark);
  if (interrupted) throw new Interrupted();
  // What was written before the end is still in the pipe; a process that got away may hold it open.
  await Promise.race([closed, sleep(1000, undefined, { ref: false })]);
  child.stdout!.destroy();
  return { exit, output: Buffer.concat(chunks).toString('utf8'), ...(stopped && { stopped }) };
}

const running = new Set<ChildProcess>();
let interrupted = false;

/** A run that did not come to its end because all were told to stop. */
export class Interrupted extends Error {}

/** Ends all runs and lets none begin: each rejects with `Interrupted`, so that whoever waits for it can clean up. */
export function stopAllRuns(): void {
  interrupted = true;
  for (const child of running) killGroup(child);
}

/** Joins the memory group, if any, sends both outputs into one pipe, so that their order is kept, and runs "$0". */
const script = 'if [ -n "$1" ]; then echo $$ > "$1" || exit 125; fi; exec /bin/sh -c "$0" 2>&1';

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends processes that left the run's process group: they still carry its mark. Only Linux shows it. */
async function killMarked(mark: string): Promise<void> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(mark) ? [Number(pid)] : [];
    }),
  );
  for (const pid of marked.flat()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}
