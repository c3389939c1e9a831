import assert from 'node:assert/strict';
import { test } from 'node:test';
import { total } from '../src/checkout.js';

test('total adds up the prices of the list', () => {
  assert.equal(total(['TB-100', 'TB-100']), 38);
});
