import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted } from '../../../src/prove/sandbox/errors.ts';
import { makeOwnedName } from '../../../src/prove/sandbox/owner.ts';
import { openSession } from '../../../src/prove/sandbox/session.ts';
import { modes, openSandbox, processesWith } from './sandbox.ts';

const program = join(import.meta.dirname, 'prove-forever.ts');
let count = 0;

for (const mode of modes) {
  test(`nothing is left in the fence "${mode}" when prove is killed at any moment and started again`, async (context) => {
    const probe = await openSandbox(context, mode);
    if (!probe) return;
    // Without a fence and control groups, a process without its mark is not known.
    const hides = mode !== 'none' || probe.fence.memory === true;
    for (const milliseconds of [0, 120, 350, 800]) {
      const { child, mark } = await start(mode);
      await sleep(milliseconds + Math.random() * 40);
      await end(child);
      if (mode !== 'none') await until(async () => (await processesWith(mark)).length === 0);
      await (await openSession({ print: () => {}, modes: ['none'] })).close();
      if (hides) assert.deepEqual(await processesWith(mark), []);
      assert.deepEqual(leftBy(child), []);
    }
  });

  test(`all runs end with Interrupted in the fence "${mode}" when the session is stopped`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const mark = `5173.${process.pid}${++count}`;
    const runs = [1, 2, 3].map(() => sandbox.sh(`setsid sleep ${mark} & sleep ${mark}`));
    const results = Promise.allSettled(runs);
    await until(async () => (await processesWith(mark)).length >= 3);
    sandbox.stop();
    for (const result of await results) {
      assert.ok(result.status === 'rejected' && result.reason instanceof Interrupted);
    }
    await assert.rejects(sandbox.sh('true'), Interrupted);
    assert.deepEqual(await processesWith(mark), []);
    await sandbox.close();
    assert.deepEqual(globSync(join(tmpdir(), `tracebook-*-${process.pid}-*`, '*')), []);
  });
}

test('folders that a run made read-only are removed', async (context) => {
  for (const mode of modes) {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) continue;
    const result = await sandbox.sh(
      'mkdir -p a/b/c; echo > a/b/c/file; chmod 500 a/b/c a/b; chmod 0 a; chmod 500 .',
    );
    assert.equal(result.exit, 0, result.output);
    await sandbox.close();
  }
  assert.deepEqual(globSync(join(tmpdir(), `tracebook-*-${process.pid}-*`)), []);
});

test('an ordinary user removes what a killed run left, read-only folders too', async (context) => {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { child, mark } = await start('user', user);
  if (child.exitCode === 1) return context.skip('needs a project folder that every user may read');
  await sleep(1500);
  const folders = leftBy(child).length;
  await end(child);
  if (folders === 0) return context.skip('needs user namespaces for ordinary users');
  await until(async () => (await processesWith(mark)).length === 0);
  assert.notDeepEqual(leftBy(child), []);
  const sweep = spawn(process.execPath, [join(import.meta.dirname, 'open-session.ts')], {
    stdio: 'inherit',
    ...user,
  });
  assert.deepEqual(await once(sweep, 'exit'), [0, null]);
  assert.deepEqual(leftBy(child), []);
});

test('what belongs to a living process, or to another container, stays', async (context) => {
  const living = join(tmpdir(), await makeOwnedName());
  const foreign = living.replace(/-\d+-(\d+-\d+-\d+)$/, '-1-$1');
  const dead = living.replace(
    /-(\d+)-(\d+)-(\d+)$/,
    (_, pid, started, number) => `-${pid}-${Number(started) + 1}-${number}`,
  );
  const otherBoot = living.replace(/tracebook-[\da-f]+/, 'tracebook-00000000');
  for (const folder of [living, foreign, dead, otherBoot]) {
    await mkdir(folder);
    await writeFile(join(folder, 'file'), '');
  }
  context.after(() => Promise.all([living, foreign].map((folder) => rm(folder, { recursive: true }))));
  const lines: string[] = [];
  await (await openSession({ print: (line) => lines.push(line), modes: ['none'] })).close();
  const names = await readdir(tmpdir());
  const isThere = [living, foreign, dead, otherBoot].map((folder) =>
    names.includes(folder.slice(tmpdir().length + 1)),
  );
  assert.deepEqual(isThere, [true, true, false, false]);
  assert.match(lines[0]!, /^Removed what a killed run left: .*\d folders\.$/);
});

async function start(mode: string, user: { uid?: number; gid?: number } = {}) {
  const mark = `5173.${process.pid}${++count}`;
  const child = spawn(process.execPath, [program, mode, mark], {
    stdio: ['ignore', 'pipe', 'ignore'],
    ...user,
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  return { child, mark: `sleep\0${mark}` };
}

async function end(child: ChildProcess): Promise<void> {
  assert.equal(child.exitCode, null, 'it ended by itself');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Folders and control groups that a process left. */
function leftBy({ pid }: ChildProcess): string[] {
  const name = `tracebook-*-${pid}-*`;
  return [...globSync(join(tmpdir(), name)), ...globSync(`/sys/fs/cgroup/**/${name}`)];
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < 100, 'it takes more than 10 seconds');
    await sleep(100);
  }
}
