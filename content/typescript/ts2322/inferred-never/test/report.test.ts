import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesReport } from '../src/report.js';

test('salesReport has a line for every article', () => {
  const { lines } = salesReport(new Map([['TB-100', 4], ['TB-101', 9]]));
  assert.deepEqual(lines, [{ sku: 'TB-100', sold: 4 }, { sku: 'TB-101', sold: 9 }]);
});
