import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took: seconds of wall and of CPU, and the most memory, of all its processes together. */
export type Cost = { seconds: number; cpuSeconds: number; megabytes: number };

/** Milliseconds between two looks at the processes. */
const INTERVAL = 50;
/** Clock ticks a second in /proc/PID/stat, which Linux fixes at 100. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** Raised when a command took too long, or ended with another exit than 0; the message is one line. */
export class NotMeasured extends Error {}

/**
 * Runs a command and measures it with all the processes that it starts. Needs Linux: it reads /proc.
 * @param limit seconds after which it is ended
 * @throws NotMeasured
 */
export function measure(
  command: string[],
  cwd: string,
  env: Record<string, string> = {},
  limit = Infinity,
): Promise<Cost & { output: string }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command[0]!, command.slice(1), {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const cpu = new Map<number, number>();
    let mostPages = 0;
    const look = () => {
      const running = processesBelow(child.pid!);
      for (const { pid, ticks } of running) cpu.set(pid, ticks);
      mostPages = Math.max(
        mostPages,
        running.reduce((sum, { pages }) => sum + pages, 0),
      );
    };
    const timer = setInterval(look, INTERVAL);
    let isLate = false;
    const end = () => {
      isLate = true;
      for (const { pid } of processesBelow(child.pid!)) endProcess(pid);
    };
    const alarm = limit === Infinity ? undefined : setTimeout(end, limit * 1000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      clearTimeout(alarm);
      if (isLate) return reject(new NotMeasured(`not done after ${limit} s`));
      if (code !== 0)
        return reject(new NotMeasured(`ended with ${code}`, { cause: new Error(output.slice(-4000)) }));
      resolve({
        seconds: (performance.now() - start) / 1000,
        cpuSeconds: [...cpu.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS,
        megabytes: (mostPages * PAGE_BYTES) / 2 ** 20,
        output,
      });
    });
  });
}

type Running = { pid: number; parent: number; ticks: number; pages: number };

/** A process and all that it started, directly or not. */
function processesBelow(root: number): Running[] {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : [],
  );
  const found = new Set([root]);
  // A child has a larger number than its parent, but after a wrap: one more pass finds those.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function readProcess(pid: number): Running | undefined {
  try {
    // The name in brackets may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [parent, user, system, pages] = [fields[1], fields[11], fields[12], fields[21]].map(Number);
    return { pid, parent: parent!, ticks: user! + system!, pages: pages! };
  } catch {
    return undefined;
  }
}
