const assert = require('node:assert/strict');
const { test } = require('node:test');
const { ordersByCountry } = require('../report.js');

test('orders are counted for each country', () => {
  assert.deepEqual(ordersByCountry([{ country: 'FR' }, { country: 'FR' }]), { FR: 2 });
});
