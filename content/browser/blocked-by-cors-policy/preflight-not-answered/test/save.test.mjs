import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitShop, withServers } from '../visit-shop.mjs';

test('the shop may change the stock', async () => {
  await withServers(async (site, api) => {
    const { status, headers } = await fetch(`${api}/stock/TB-100`, { method: 'OPTIONS' });
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Methods'), 'PUT');
    assert.deepEqual(await visitShop(site, api), { shown: 'saved', errors: [] });
  });
});
