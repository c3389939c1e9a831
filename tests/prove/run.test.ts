import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { memoryGroup } from '../../src/prove/memory.ts';
import { run, type Limits } from '../../src/prove/run.ts';

const folder = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
after(() => rm(folder, { recursive: true }));

const limits: Limits = { seconds: 20, outputBytes: 10_000 };
const path = { PATH: '/usr/bin:/bin' };

test('a run says its exit code and both outputs in their order', async () => {
  const result = await run('echo one; echo two >&2; echo three; exit 3', folder, path, limits);
  assert.deepEqual(result, { exit: 3, output: 'one\ntwo\nthree\n' });
});

test('a signal is told as a shell tells it', async () => {
  const result = await run('kill -SEGV $$', folder, path, limits);
  assert.equal(result.exit, 128 + 11);
});

test('the environment is what is given, and a mark', async () => {
  process.env['SECRET_OF_THE_MACHINE'] = 'x';
  const { output } = await run('env', folder, { ...path, SHOP: 'yes' }, limits);
  const names = output
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  // PWD and the like are the shell's own.
  const own = names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name!)).sort();
  assert.deepEqual(own, ['PATH', 'SHOP', 'TRACEBOOK_RUN']);
});

test('a run that takes too long is stopped', async () => {
  const start = performance.now();
  const result = await run('echo begun; sleep 60', folder, path, { ...limits, seconds: 0.3 });
  assert.equal(result.stopped, 'time');
  assert.equal(result.output, 'begun\n');
  assert.ok(performance.now() - start < 10_000);
});

test('a run that prints too much is stopped, and the rest is thrown away', async () => {
  const result = await run('yes', folder, path, limits);
  assert.equal(result.stopped, 'output');
  assert.equal(result.output.length, limits.outputBytes);
});

test(
  'nothing is left of a run, not even what left its process group',
  { skip: process.platform !== 'linux' },
  async () => {
    const { output } = await run(
      'sleep 61.5173 & setsid sleep 62.5173 & sleep 0.2; echo ended',
      folder,
      path,
      limits,
    );
    assert.equal(output, 'ended\n');
    const commands = await Promise.all(
      (await readdir('/proc')).map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
    );
    assert.deepEqual(
      commands.filter((command) => command.startsWith('sleep') && command.includes('.5173')),
      [],
    );
  },
);

test('who takes more memory than the limit is killed by the kernel', async (context) => {
  const group = await memoryGroup(32);
  if ('missing' in group) return context.skip(group.missing);
  try {
    const greedy = `exec "${process.execPath}" -e 'const a = []; for (;;) a.push(Buffer.alloc(1048576, 1))'`;
    const result = await run(greedy, folder, path, { ...limits, memory: group });
    assert.equal(result.exit, 128 + 9);
    assert.equal(result.stopped, undefined);
  } finally {
    await group.remove();
  }
  assert.equal(await readFile(group.procs, 'utf8').catch(() => 'gone'), 'gone');
});

test('who stays below the limit of memory does not notice it', async (context) => {
  const group = await memoryGroup(64);
  if ('missing' in group) return context.skip(group.missing);
  try {
    assert.deepEqual(await run('echo small', folder, path, { ...limits, memory: group }), {
      exit: 0,
      output: 'small\n',
    });
  } finally {
    await group.remove();
  }
});
