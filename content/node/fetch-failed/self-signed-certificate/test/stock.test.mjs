import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startInventory } from '../inventory.mjs';
import { stockOf } from '../stock.mjs';

test('trusts the certificate of the inventory service', async () => {
  assert.equal(await stockOf(await startInventory(), 'TB-100'), 12);
});

test('still refuses a certificate that nobody vouches for', async () => {
  const stranger = (name) => readFileSync(new URL(`stranger/${name}`, import.meta.url));
  const impostor = await startInventory(stranger('certificate.pem'), stranger('key.pem'));

  await assert.rejects(stockOf(impostor, 'TB-100'), /Cannot read the stock/);
});
