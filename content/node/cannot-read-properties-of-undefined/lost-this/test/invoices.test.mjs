import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invoiceList } from '../invoices.mjs';

test('invoices are numbered with their year', () => {
  assert.deepEqual(invoiceList(2025, [12]), ['2025-0012']);
});
