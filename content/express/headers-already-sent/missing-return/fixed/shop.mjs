import express from 'express';
import { logErrors } from './log-errors.mjs';

const orders = {
  7: { total: 80, paid: true },
  8: { total: 12, paid: false },
};

export const shop = express();

shop.get('/orders/:id/invoice', function showInvoice(request, response) {
  const { total, paid } = orders[request.params.id];
  if (!paid) return response.status(409).json({ error: 'The order is not paid yet.' });
  response.json({ order: request.params.id, total });
});

shop.use(logErrors);
