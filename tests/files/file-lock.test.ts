import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Locked, withFileLock } from '../../src/files/file-lock.ts';

const folder = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
after(() => rm(folder, { recursive: true }));

const source = pathToFileURL(join(import.meta.dirname, '../../src/files/file-lock.ts')).href;

/** Starts a process that takes the lock, says so, and keeps it. */
async function startOwner(file: string) {
  const program = `import { withFileLock } from ${JSON.stringify(source)};
await withFileLock(${JSON.stringify(file)}, async () => {
  console.log('has it');
  await new Promise((done) => setTimeout(done, 60_000));
});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  return child;
}

test('withFileLock runs actions under one file one after the other', async () => {
  const file = join(folder, 'queue', 'lock');
  const events: string[] = [];
  const action = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 20));
    events.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all(['a', 'b', 'c'].map((name) => withFileLock(file, action(name))));
  assert.deepEqual(results, ['a', 'b', 'c']);
  for (let index = 0; index < events.length; index += 2) {
    assert.equal(events[index]!.replace('begins', 'ends'), events[index + 1]);
  }
});

test('withFileLock releases the lock when the action throws', async () => {
  const file = join(folder, 'throws');
  await assert.rejects(
    withFileLock(file, () => Promise.reject(new Error('no'))),
    /^Error: no$/,
  );
  assert.equal(await withFileLock(file, async () => 'again', { wait: false }), 'again');
});

test('withFileLock names the file and its owner when it may not wait', async () => {
  const file = join(folder, 'held');
  const owner = await startOwner(file);
  try {
    await assert.rejects(
      withFileLock(file, async () => {}, { wait: false }),
      (error) => {
        assert.ok(error instanceof Locked);
        assert.equal(error.owner, owner.pid);
        assert.equal(error.message, `${file} is locked by process ${owner.pid}. Wait until it has ended.`);
        return true;
      },
    );
  } finally {
    owner.kill('SIGKILL');
  }
});

test('withFileLock gets the lock when its owner was killed', async () => {
  const file = join(folder, 'killed');
  const owner = await startOwner(file);
  const waiting = withFileLock(file, async () => 'mine');
  owner.kill('SIGKILL');
  assert.equal(await waiting, 'mine');
});

test('withFileLock ignores a file that names a living process which does not hold the lock', async () => {
  const file = join(folder, 'foreign');
  await writeFile(file, `${process.ppid}\n`);
  assert.equal(await withFileLock(file, async () => 'mine', { wait: false }), 'mine');
});

test(
  'withFileLock says what is wrong when the file cannot be made',
  { skip: process.platform !== 'linux' && 'needs /proc' },
  async () => {
    await assert.rejects(
      withFileLock('/proc/tracebook.lock', async () => {}),
      /^Error: \/proc\/tracebook\.lock cannot be locked: .*No such file or directory/,
    );
  },
);
