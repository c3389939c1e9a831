import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkReady as amqp } from './ready/amqp.ts';
import { checkReady as mongodb } from './ready/mongodb.ts';
import { checkReady as mysql } from './ready/mysql.ts';
import { checkReady as postgresql } from './ready/postgresql.ts';
import { checkReady as redis } from './ready/redis.ts';
import type { PreparedService } from './types.ts';
import { startTime } from '../sandbox/owner.ts';

/** What the starter reads: the servers of one run. */
export type StarterPlan = {
  name: string;
  protocol: PreparedService['protocol'];
  port: number;
  folder: string;
  command: string[];
  environment: Record<string, string>;
}[];

const checks = { amqp, mongodb, mysql, postgresql, redis };
const SECONDS = 90;

/**
 * A program that runs inside a sandbox: starts the servers of a plan, and ends when each has answered a query.
 * When one does not, it prints why, with the end of that server's log, and exits with 1.
 */
const plan = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as StarterPlan;
try {
  await Promise.all(plan.map(start));
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function start({
  name,
  protocol,
  port,
  folder,
  command,
  environment,
}: StarterPlan[number]): Promise<void> {
  const log = `${folder}.log`;
  const output = openSync(log, 'a');
  const child = spawn(command[0]!, command.slice(1), {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
    detached: true,
  });
  // Outside of namespaces prove ends it by this file.
  if (child.pid) writeFileSync(`${folder}.pid`, `${child.pid} ${(await startTime(child.pid)) ?? ''}`);
  let problem: string | undefined;
  child.on('error', (error) => (problem = error.message));
  const deadline = Date.now() + SECONDS * 1000;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 200)) {
    try {
      return await checks[protocol](port);
    } catch (error) {
      const ended = problem ?? exitOf(child);
      if (ended || Date.now() > deadline) {
        const why = ended ?? `it does not answer after ${SECONDS} s (${(error as Error).message})`;
        throw new Error(`${name} could not be started: ${why}. Its log ends:\n${lastLines(log)}`, {
          cause: error,
        });
      }
    }
    await sleep(pause);
  }
}

function exitOf({ exitCode, signalCode }: ChildProcess): string | undefined {
  if (signalCode) return `it was ended by ${signalCode}`;
  return exitCode === null ? undefined : `it ended with exit code ${exitCode}`;
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n') || '(it is empty)';
}
