import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { startInventory } from '../inventory.mjs';
import { stockOf } from '../stock.mjs';

afterEach(() => delete process.env.INVENTORY_URL);

test('asks the service that the environment names', async () => {
  process.env.INVENTORY_URL = await startInventory();

  assert.equal(await stockOf('TB-100'), 12);
});

test('names the setting that is missing', async () => {
  await assert.rejects(stockOf('TB-100'), /INVENTORY_URL/);
});
