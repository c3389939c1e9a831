import assert from 'node:assert/strict';
import { test } from 'node:test';

test('an empty shelf gives nothing', async () => {
  const { order } = await import('../stock.mjs');
  assert.equal(order('A1'), undefined);
});
