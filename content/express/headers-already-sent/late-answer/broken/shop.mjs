import timeout from 'connect-timeout';
import express from 'express';
import { askSupplier } from './supplier.mjs';

export function createShop(supplierUrl) {
  const shop = express();
  shop.use(timeout('300ms'));

  shop.get('/stock', function showStock(request, response) {
    askSupplier(supplierUrl, {}, function answer(error, left) {
      if (error) return response.status(502).json({ error: 'The supplier does not answer.' });
      response.json({ left });
    });
  });
  return shop;
}
