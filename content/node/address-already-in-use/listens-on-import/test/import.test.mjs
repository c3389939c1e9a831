import assert from 'node:assert/strict';
import { test } from 'node:test';

test('importing the shop opens no port', async () => {
  const { createShop } = await import('../shop.mjs');
  await assert.rejects(fetch('http://127.0.0.1:4010/'));
  assert.equal(typeof createShop, 'function');
});
