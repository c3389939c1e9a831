import assert from 'node:assert/strict';
import { test } from 'node:test';

test('a new shelf has its stock', async () => {
  const { order } = await import('../stock.mjs');
  assert.equal(order('B7'), 3);
});
