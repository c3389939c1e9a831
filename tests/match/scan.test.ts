import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scan } from '../../src/match/scan.ts';
import { index } from './fixture.ts';

const python = (job: number) => `2026-04-10 14:32:01,234 ERROR shop.worker: job ${job} failed
Traceback (most recent call last):
  File "/srv/app/tasks.py", line 12, in run
    raise WorkerLostError(job)
billiard.exceptions.WorkerLostError: Worker exited prematurely: signal 9 (SIGKILL) Job: ${job}.
`;
const quiet = (line: number) => `2026-04-10 14:32:01,234 INFO shop.requests: GET /items/${line} 200\n`;

test('Errors that differ in their numbers only are one group with a count and its first and last place.', async () => {
  const text = Array.from({ length: 300 }, (_, line) => quiet(line) + python(line)).join('');
  const { groups, lines } = await scan([text], index);
  assert.equal(lines, 300 * 6);
  assert.equal(groups.length, 1);
  assert.equal(groups[0]?.count, 300);
  assert.deepEqual(groups[0]?.first, [3, 6]);
  assert.deepEqual(groups[0]?.last, [299 * 6 + 3, 299 * 6 + 6]);
  assert.equal(groups[0]?.hits[0]?.guide, 'celery/worker-lost-error');
  assert.equal(groups[0]?.hits[0]?.evidence[0]?.line, 6);
});

test('Chunks of any size give the same groups.', async () => {
  const text = Array.from({ length: 40 }, (_, line) => quiet(line).repeat(line) + python(line)).join('');
  const whole = await scan([text], index);
  for (const size of [1, 7, 100, 4096]) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, part) =>
      text.slice(part * size, (part + 1) * size),
    );
    assert.deepEqual(await scan(chunks, index), whole, `chunks of ${size}`);
  }
});

test('A log of several megabytes is counted to the last error, with lines of the whole log.', async () => {
  const part = quiet(1).repeat(2000) + python(1);
  const { groups, lines } = await scan(
    Array.from({ length: 40 }, () => part),
    index,
  );
  assert.equal(lines, 40 * 2005);
  assert.equal(groups[0]?.count, 40);
  assert.deepEqual(groups[0]?.last, [39 * 2005 + 2002, 39 * 2005 + 2005]);
});

test('A line within fifty of an error decides for its cause.', async () => {
  const text = `${'x\n'.repeat(10)}kernel: Memory cgroup out of memory: Killed process 12\n${'y\n'.repeat(20)}billiard.exceptions.WorkerLostError: Worker exited prematurely: exitcode 155 Job: 1.\n`;
  const { groups } = await scan([text], index);
  assert.equal(groups[0]?.hits[0]?.cause, 'out-of-memory');
});

test('A scan tells how far it is and can be stopped.', async () => {
  const chunks = Array.from({ length: 10 }, () => quiet(1).repeat(20_000));
  const told: number[] = [];
  const { lines } = await scan(chunks, index, {
    onProgress: (progress) => told.push(progress.characters),
    isCancelled: () => told.length >= 3,
  });
  assert.ok(told.length >= 3 && lines < 200_000);
});

test('An empty text has no lines and no errors.', async () => {
  assert.deepEqual(await scan([], index), { groups: [], lines: 0, dropped: 0, cut: 0 });
});

test('Lines that tell only that a process ended come behind the errors, wherever they stand.', async () => {
  const text = `##[error]Process completed with exit code 137.\n${quiet(1).repeat(400)}${python(1)}`;
  const { groups } = await scan([text], index);
  assert.deepEqual(
    groups.map(({ trace }) => trace.exceptions[trace.root]?.type),
    ['billiard.exceptions.WorkerLostError', 'exit'],
  );
});

test('A line that a trigger stands in is read whole, and once.', async () => {
  const text =
    '2026-02-03 09:41:07 WARN Cannot reach the cache\n'.repeat(20) + python(1) + quiet(1).repeat(20);
  const { groups } = await scan([text], index);
  assert.deepEqual(
    groups.map(({ count, first }) => [count, first]),
    [[1, [22, 25]]],
  );
});
