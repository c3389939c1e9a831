const assert = require('node:assert/strict');
const { test } = require('node:test');
const { priceOf } = require('../checkout.js');

test('the checkout knows the price of an article', () => {
  assert.equal(priceOf('TB-101'), 24);
});
