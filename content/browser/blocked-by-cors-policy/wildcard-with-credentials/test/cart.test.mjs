import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitShop, withServers } from '../visit-shop.mjs';

test('the shop may read the cart of its visitor, and no other page may', async () => {
  await withServers(async (site, api) => {
    const { headers } = await fetch(`${api}/cart`);
    assert.equal(headers.get('Access-Control-Allow-Credentials'), 'true');
    assert.deepEqual(await visitShop(site, api), { shown: '1 in the cart', errors: [] });
    const stranger = await visitShop(site.replace('127.0.0.1', 'localhost'), api);
    assert.equal(stranger.shown, 'no cart');
  });
});
