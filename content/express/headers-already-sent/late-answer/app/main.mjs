import { createShop } from './shop.mjs';
import { startSlowSupplier } from './slow-supplier.mjs';
import { visit } from './visit.mjs';

const supplier = await startSlowSupplier();
const { status } = await visit(createShop(supplier.url), '/stock');
console.log(`GET /stock: ${status}`);
setTimeout(supplier.stop, 1000);
