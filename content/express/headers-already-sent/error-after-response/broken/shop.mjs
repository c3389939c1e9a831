import express from 'express';
import { logErrors } from './log-errors.mjs';
import { sendConfirmation } from './mail.mjs';

export const shop = express();

async function createOrder(request, response) {
  const order = { id: 8, ...request.body };
  response.status(201).json(order);
  await sendConfirmation(order);
}

export function errorHandler(error, request, response, next) {
  response.status(500).json({ error: error.message });
}

shop.post('/orders', express.json(), (request, response, next) => {
  createOrder(request, response).catch(next);
});
shop.use(errorHandler, logErrors);
