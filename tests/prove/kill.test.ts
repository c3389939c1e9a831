import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '../../src/prove/sandbox/session.ts';
import { makeShop } from './shop.ts';
import { isFull } from '../full.ts';

/** How often each signal is tried, at a random moment of the first seconds. */
const times = isFull ? 20 : 3;
const cause = 'shop/no-price/no-product';
const waiting = `tracebook-waits-${process.pid}`;

for (const signal of ['SIGKILL', 'SIGINT'] as const) {
  test(
    `nothing is left when "prove" gets ${signal} at ${times} random moments and is started again`,
    { skip: process.platform !== 'linux' && 'needs /proc' },
    async (context) => {
      const shop = await makeShop(context, {
        // Whatever it is killed in, half of its runs are waiting in a process that hides.
        [`${cause}/broken/main.mjs`]: `import { spawn } from 'node:child_process';
spawn('setsid', ['sh', '-c', 'sleep 5; : ${waiting}'], { env: { PATH: process.env.PATH }, detached: true });
setTimeout(() => process.exit(1), 400);
`,
      });
      for (let i = 0; i < times; i++) {
        const moment = Math.round(Math.random() * 3000);
        const child = spawn(process.execPath, [resolve('src/cli.ts'), 'prove'], {
          cwd: shop.root,
          stdio: 'ignore',
        });
        const exited = once(child, 'exit');
        await sleep(moment);
        child.kill(signal);
        await exited;
        if (signal === 'SIGKILL') await (await openSession({ print: () => {} })).close();
        assert.deepEqual(leftBy(child), [], `${signal} after ${moment} ms`);
        for (let tries = 0; waitingProcesses().length > 0; tries++) {
          assert.ok(tries < 20, `${signal} after ${moment} ms leaves ${waitingProcesses().join(', ')}`);
          await sleep(50);
        }
      }
    },
  );
}

/** Folders and control groups that a process made. */
function leftBy({ pid }: ChildProcess): string[] {
  const name = `tracebook-*-${pid}-*`;
  return [...globSync(join(tmpdir(), name)), ...globSync(`/sys/fs/cgroup/**/${name}`)];
}

function waitingProcesses(): string[] {
  return globSync('/proc/[0-9]*/cmdline').filter((file) => {
    try {
      return readFileSync(file, 'utf8').includes(waiting);
    } catch {
      return false;
    }
  });
}
