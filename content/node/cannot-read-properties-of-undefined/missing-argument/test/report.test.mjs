import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf } from '../report.mjs';

test('a report can be asked for without any option', () => {
  assert.equal(titleOf(), 'Sales in all countries');
  assert.equal(titleOf({ country: 'Italy' }), 'Sales in Italy');
});
