import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderUrl } from '../orders.mjs';

test('an order has an address at the shop', () => {
  assert.equal(orderUrl(7).href, 'https://shop.example/orders/7');
});
