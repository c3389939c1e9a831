import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignLines, shapeOf, wordParts } from '../../src/reading/align.ts';
import { valuesOf } from '../../src/reading/fill-sign.ts';

const yours = ['File "/srv/venv/billiard/pool.py", line 1265, in lost', 'own()', 'WorkerLostError: Job: 12.'];
const recorded = [
  'ready.',
  'File "/app/.venv/billiard/pool.py", line 1367, in lost',
  'WorkerLostError: Job: 0.',
];

test('alignLines sets lines side by side that differ in numbers and folders only', () => {
  assert.deepEqual(alignLines(yours, recorded), [
    { right: 0 },
    { left: 0, right: 1 },
    { left: 1 },
    { left: 2, right: 2 },
  ]);
});

test('alignLines keeps every line of both sides once and in order', () => {
  const rows = alignLines(['a', 'b', 'c', 'a'], ['b', 'a', 'a', 'd']);
  assert.deepEqual(
    rows.flatMap(({ left }) => left ?? []),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    rows.flatMap(({ right }) => right ?? []),
    [0, 1, 2, 3],
  );
});

test('shapeOf is the same for two runs of a program', () => {
  assert.equal(
    shapeOf('Task a[8d2f6c0e-91a4-4f0b-b7f5-2d6f9a1e77c3] at 0x7f00 pid:4417'),
    shapeOf('Task a[5f0c1a52-7d3e-4b86-9a10-000000000001] at 0x55aa pid:101'),
  );
  assert.notEqual(shapeOf('signal SIGKILL'), shapeOf('signal SIGSEGV'));
});

test('wordParts tells the words that the other line does not have', () => {
  assert.deepEqual(wordParts('Job: 12. of a', 'Job: 0. of a'), [
    { text: 'Job: ', isOwn: false },
    { text: '12.', isOwn: true },
    { text: ' of a', isOwn: false },
  ]);
});

test('valuesOf finds what stands in the gaps of a sign, and nothing when a part is missing', () => {
  const parts = ['violates unique constraint "', undefined, '_key"', undefined];
  assert.deepEqual(valuesOf('x violates unique constraint "shop_sku_key"', parts), ['shop_sku', '']);
  assert.equal(valuesOf('x violates check constraint "shop"', parts), undefined);
});
