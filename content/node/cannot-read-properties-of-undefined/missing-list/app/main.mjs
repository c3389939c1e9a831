import { openOrders } from './orders.mjs';
import { startSupplier, SupplierError } from './supplier.mjs';

try {
  console.log(await openOrders(await startSupplier(), 'expired'));
} catch (error) {
  if (!(error instanceof SupplierError)) throw error;
  console.log(`No orders were read: ${error.message}`);
}
