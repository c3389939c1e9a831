import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import mongoose from 'mongoose';
import { Customer } from '../customer.js';
import { connect } from '../database.js';

after(() => mongoose.disconnect());

test('a customer is found after connect', { timeout: 8000 }, async () => {
  await connect(process.env.MONGODB_URL);
  await Customer.create({ email: 'leo@shop.example', name: 'Leo' });
  const { name } = await Customer.findOne({ email: 'leo@shop.example' });
  assert.equal(name, 'Leo');
});
