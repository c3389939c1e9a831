import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitShop, withServers } from '../visit-shop.mjs';

test('the page asks at the address that answers without a redirect', async () => {
  await withServers(async (site, api) => {
    const { status } = await fetch(`${api}/stock`, { method: 'OPTIONS', redirect: 'manual' });
    assert.equal(status, 301);
    assert.deepEqual(await visitShop(site, api), { shown: 'stored', errors: [] });
  });
});
