import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveryDay } from '../src/delivery.js';

test('deliveryDay skips the weekend', () => {
  assert.equal(deliveryDay(new Date(2026, 11, 3)), '8 December 2026');
});
