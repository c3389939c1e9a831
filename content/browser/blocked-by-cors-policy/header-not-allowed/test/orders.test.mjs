import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitShop, withServers } from '../visit-shop.mjs';

test('the shop may send its token', async () => {
  await withServers(async (site, api) => {
    const { headers } = await fetch(`${api}/orders`, { method: 'OPTIONS' });
    assert.equal(headers.get('Access-Control-Allow-Headers'), 'Authorization');
    assert.deepEqual(await visitShop(site, api), { shown: '2 orders', errors: [] });
  });
});
