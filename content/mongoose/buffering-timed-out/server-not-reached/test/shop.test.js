import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import mongoose from 'mongoose';
import { connect } from '../database.js';
import { shop } from '../shop.js';

after(async () => {
  shop.close();
  await mongoose.disconnect();
});

test('the shop answers as soon as it is connected', { timeout: 8000 }, async () => {
  await connect();
  await once(shop.listen(0, '127.0.0.1'), 'listening');
  const response = await fetch(`http://127.0.0.1:${shop.address().port}/`);
  assert.equal(response.status, 200);
});
