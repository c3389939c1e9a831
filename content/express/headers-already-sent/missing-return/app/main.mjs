import { shop } from './shop.mjs';
import { visit } from './visit.mjs';

const { status } = await visit(shop, '/orders/8/invoice');
console.log(`GET /orders/8/invoice: ${status}`);
