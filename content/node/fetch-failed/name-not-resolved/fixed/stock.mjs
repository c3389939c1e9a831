/** Reads from the inventory service how many pieces of an article are left. */
export async function stockOf(sku) {
  const response = await fetch(`${setting('INVENTORY_URL')}/stock/${sku}`);
  const { pieces } = await response.json();
  return pieces;
}

/** Returns a setting of the environment, and says which one is missing. */
function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}: it is ${value === '' ? 'empty' : 'missing'} in the environment.`);
  return value;
}
