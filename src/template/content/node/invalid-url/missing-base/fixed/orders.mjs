const shop = 'https://shop.example';

/** Where the shop's service has an order. */
export function orderUrl(id) {
  return new URL(`/orders/${id}`, shop);
}
