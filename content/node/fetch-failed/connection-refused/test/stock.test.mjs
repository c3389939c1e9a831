import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort, startInventory } from '../inventory.mjs';
import { stockOf } from '../stock.mjs';

test('waits for an inventory service that is still starting', async () => {
  const port = await freePort();
  const service = startInventory(port, 200);

  assert.equal(await stockOf(`http://127.0.0.1:${port}`, 'TB-100'), 12);

  service.close();
});
