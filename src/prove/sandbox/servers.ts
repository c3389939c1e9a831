import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTime } from './owner.ts';

const MILLISECONDS = 5000;

/**
 * Ends the servers that a starter began outside of namespaces, by the `.pid` files that it wrote into a folder.
 * They are asked first: PostgreSQL leaves shared memory when it is killed. Returns how many there were.
 */
export async function endServers(folder: string): Promise<number> {
  const pids = await runningServers(folder);
  for (const pid of pids) kill(pid, 'SIGTERM');
  const deadline = Date.now() + MILLISECONDS;
  while (Date.now() < deadline && (await runningServers(folder)).length > 0) await sleep(50);
  for (const pid of await runningServers(folder)) kill(-pid, 'SIGKILL');
  return pids.length;
}

async function runningServers(folder: string): Promise<number[]> {
  const pids: number[] = [];
  for (const name of (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.pid'))) {
    const [pid, start] = (await readFile(join(folder, name), 'utf8').catch(() => '')).split(' ');
    // The same id may be another process by now.
    if (pid && start && (await startTime(Number(pid))) === start) pids.push(Number(pid));
  }
  return pids;
}

function kill(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
