import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { heapReport } from '../../../src/prove/runtimes/v8-heap.ts';

const folder = join(import.meta.dirname, 'v8-heap');
const read = (name: string) => readFile(join(folder, name), 'utf8');

for (const name of ['node-24-in-javascript', 'node-24-in-a-task', 'node-22']) {
  test(`heapReport evens out collections and native frames when the heap is full in ${name}`, async () => {
    assert.equal(heapReport(await read(`${name}.txt`)), await read(`${name}.expected.txt`));
  });
}

test('heapReport changes nothing when a program prints another error', () => {
  const text = 'RangeError: Invalid array length\n    at Array.push (<anonymous>)\n';
  assert.equal(heapReport(text), text);
});
