import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderUrl } from '../orders.mjs';

test('without the variable an order is at the service on this machine', () => {
  delete process.env.SHOP_URL;
  assert.equal(orderUrl(7).href, 'http://127.0.0.1:8080/orders/7');
});

test('with the variable an order is where it says', () => {
  process.env.SHOP_URL = 'https://eu.shop.example';
  assert.equal(orderUrl(7).href, 'https://eu.shop.example/orders/7');
});
