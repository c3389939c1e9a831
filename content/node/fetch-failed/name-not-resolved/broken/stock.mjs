/** Reads from the inventory service how many pieces of an article are left. */
export async function stockOf(sku) {
  const response = await fetch(`http://${process.env.INVENTORY_HOST}/stock/${sku}`);
  const { pieces } = await response.json();
  return pieces;
}
