import assert from 'node:assert/strict';
import { test } from 'node:test';

test('an article without a price does not count', async () => {
  const { total } = await import('../price.mjs');
  assert.equal(total([{ price: 3 }, {}]), 3);
});
