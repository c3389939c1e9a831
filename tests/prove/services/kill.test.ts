import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sitePlaces } from '../../../src/files/places.ts';
import { startTime } from '../../../src/prove/sandbox/owner.ts';
import { openSession } from '../../../src/prove/sandbox/session.ts';
import { services } from '../../../src/prove/services/index.ts';
import { projectRoot } from '../../../src/site/project.ts';
import { modes, openSandbox } from '../sandbox/sandbox.ts';

const cache = join(sitePlaces({}, projectRoot).cache, 'prove');

for (const mode of modes) {
  test(`servers and their memory are gone in the fence "${mode}" when prove is killed and started again`, async (context) => {
    for (const id of ['redis', 'postgresql']) {
      const service = await services[id]!.prepare(undefined, cache);
      if ('missing' in service) return context.skip(service.missing);
    }
    if (!(await openSandbox(context, mode))) return;
    const segments = sharedMemory();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'run-services.ts'), mode, cache], {
      stdio: 'inherit',
    });
    const folder = join(tmpdir(), `tracebook-*-${child.pid}-*`);
    for (let tries = 0; globSync(join(folder, '*', 'app', 'begun')).length === 0; tries++) {
      assert.ok(tries < 600 && child.exitCode === null, 'the run does not begin');
      await sleep(100);
    }
    const pids = [
      ...descendants(child.pid!),
      ...(mode === 'none'
        ? globSync(join(folder, '*', 'services', '*.pid')).map((file) => parseInt(readFileSync(file, 'utf8')))
        : []),
    ];
    assert.ok(pids.length >= 4, `the processes are ${pids}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openSession({ print: () => {}, modes: ['none'] })).close();
    const alive = await Promise.all(
      pids.map(async (pid) => ((await startTime(pid)) === undefined ? [] : [pid])),
    );
    assert.deepEqual(alive.flat(), []);
    assert.deepEqual(globSync(folder), []);
    assert.deepEqual(
      sharedMemory().filter((id) => !segments.includes(id)),
      [],
    );
  });
}

/** All processes below one, as the machine sees them. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const path of globSync('/proc/[0-9]*/stat')) {
    try {
      const stat = readFileSync(path, 'utf8');
      parents.set(parseInt(stat), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended in the meantime.
    }
  }
  const below = (parent: number): number[] =>
    [...parents].filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Segments that no process uses and that belong to the user as whom servers run. */
function sharedMemory(): string[] {
  const lines = execFileSync('ipcs', ['-m'], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.split(/\s+/))
    .filter(([, , owner, , , attached]) => owner === '60713' && attached === '0')
    .map(([, id]) => id!);
}
