/** Where the shop's service has an order; on a developer's machine it runs beside the program. */
export function orderUrl(id) {
  const shop = process.env.SHOP_URL ?? 'http://127.0.0.1:8080';
  return new URL(`/orders/${id}`, shop);
}
