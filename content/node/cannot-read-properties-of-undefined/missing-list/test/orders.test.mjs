import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrders } from '../orders.mjs';
import { startSupplier } from '../supplier.mjs';

test('the numbers of open orders are read', async () => {
  assert.deepEqual(await openOrders(await startSupplier(), 'valid'), [7, 8]);
});

test('a refusal of the supplier is reported with its status and its words', async () => {
  await assert.rejects(openOrders(await startSupplier(), 'expired'), /401 .*The token has expired/);
});
