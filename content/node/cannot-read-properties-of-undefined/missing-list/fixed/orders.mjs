import { SupplierError } from './supplier.mjs';

/** Reads the numbers of all open orders from the supplier. */
export async function openOrders(supplier, token) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${supplier}/orders`, { headers });
  if (!response.ok) throw new SupplierError(`${response.status} ${await response.text()}`);
  const { orders } = await response.json();
  return orders.map(({ number }) => number);
}
