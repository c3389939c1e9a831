import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parcelsOf } from '../src/parcels.js';

test('parcelsOf sends large orders by express', () => {
  const parcels = parcelsOf([
    { id: 8, total: 12 },
    { id: 7, total: 80 },
  ]);
  assert.deepEqual(parcels, [
    { order: 7, service: 'express' },
    { order: 8, service: 'standard' },
  ]);
});
