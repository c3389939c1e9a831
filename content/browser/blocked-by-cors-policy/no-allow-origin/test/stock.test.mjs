import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitShop, withServers } from '../visit-shop.mjs';

test('the shop may read the stock, and no other page may', async () => {
  await withServers(async (site, api) => {
    const { headers } = await fetch(`${api}/stock/TB-100`);
    assert.equal(headers.get('Access-Control-Allow-Origin'), site);
    assert.deepEqual(await visitShop(site, api), { shown: '4 left', errors: [] });
    const stranger = await visitShop(site.replace('127.0.0.1', 'localhost'), api);
    assert.equal(stranger.shown, 'unknown');
  });
});
