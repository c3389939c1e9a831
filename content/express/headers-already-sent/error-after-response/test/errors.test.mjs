import assert from 'node:assert/strict';
import { test } from 'node:test';
import express from 'express';
import { errorHandler, shop } from '../shop.mjs';
import { visit } from '../visit.mjs';

test('an order is accepted, and the failed mail is logged with its number', async (context) => {
  const log = context.mock.method(console, 'warn', () => {});
  const { status } = await visit(shop, '/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'ada.example' }),
  });
  assert.equal(status, 201);
  assert.match(log.mock.calls[0].arguments[0], /order 8: "ada\.example"/);
});

test('errorHandler passes the original error on when the response has begun', async () => {
  const app = express();
  let last;
  app.get('/', (request, response) => {
    response.json({});
    throw new Error('The disk is full.');
  });
  app.use(errorHandler, (error, request, response, next) => {
    last = error;
  });
  await visit(app, '/');
  assert.equal(last.message, 'The disk is full.');
});
