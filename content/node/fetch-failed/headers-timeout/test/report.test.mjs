import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBookkeeping } from '../bookkeeping.mjs';
import { yearlyReport } from '../report.mjs';
import '../one-second.mjs';

test('a report is waited for longer than fetch waits by default', async () => {
  assert.deepEqual(await yearlyReport(await startBookkeeping(), 2025), { turnover: 1900 });
});
