/** Where the shop's service has an order. */
export function orderUrl(id) {
  return new URL(`${process.env.SHOP_URL}/orders/${id}`);
}
