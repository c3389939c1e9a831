import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

test('the importer reads all orders within its limit', async () => {
  const worker = new Worker(new URL('../importer.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  const [{ orders }] = await once(worker, 'message');
  assert.equal(orders, 400_000);
});
