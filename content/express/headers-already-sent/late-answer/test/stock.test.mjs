import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createShop } from '../shop.mjs';
import { startSlowSupplier } from '../slow-supplier.mjs';
import { visit } from '../visit.mjs';

const supplier = await startSlowSupplier();
after(supplier.stop);

test('a slow supplier is answered for, once, before the time limit of the request', async () => {
  const { status, body } = await visit(createShop(supplier.url), '/stock');
  assert.equal(status, 502);
  assert.deepEqual(JSON.parse(body), { error: 'The supplier does not answer.' });
});
