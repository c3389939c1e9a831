/** Reads from the inventory service how many pieces of an article are left. */
export async function stockOf(inventory, sku) {
  try {
    const response = await fetch(`${inventory}/stock/${sku}`);
    const { pieces } = await response.json();
    return pieces;
  } catch (error) {
    throw new Error(`Cannot read the stock of ${sku}`, { cause: error });
  }
}
