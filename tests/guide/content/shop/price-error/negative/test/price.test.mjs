import assert from 'node:assert/strict';
import { test } from 'node:test';

test('a discount ends at zero', async () => {
  const { discounted } = await import('../price.mjs');
  assert.equal(discounted(4, 5), 0);
});
