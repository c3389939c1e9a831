import { shop } from './shop.mjs';
import { visit } from './visit.mjs';

const { status } = await visit(shop, '/orders', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ sku: 'TB-100', email: 'ada.example' }),
});
console.log(`POST /orders: ${status}`);
