import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shop } from '../shop.mjs';
import { visit } from '../visit.mjs';

test('a paid order has an invoice', async () => {
  assert.deepEqual(await visit(shop, '/orders/7/invoice'), { status: 200, body: '{"order":"7","total":80}' });
});

test('an unpaid order is answered once, and no error reaches the log', async (context) => {
  const log = context.mock.method(console, 'error', () => {});
  const { status } = await visit(shop, '/orders/8/invoice');
  assert.equal(status, 409);
  assert.equal(log.mock.callCount(), 0);
});
