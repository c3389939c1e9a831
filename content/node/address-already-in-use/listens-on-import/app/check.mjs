import { strictEqual } from 'node:assert';
import { once } from 'node:events';
import { test } from 'node:test';
import { createShop } from './shop.mjs';

test('the shop answers with its first article', async (context) => {
  const shop = createShop().listen(4010, '127.0.0.1');
  context.after(() => shop.close());
  await once(shop, 'listening');
  const response = await fetch('http://127.0.0.1:4010/');
  strictEqual(await response.text(), 'TB-100');
});
