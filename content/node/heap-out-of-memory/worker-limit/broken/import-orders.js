export function importOrders(lines) {
  const orders = [...lines].map((line) => {
    const [id, sku, pieces, price] = line.split(';');
    return { id, sku, amount: pieces * price };
  });
  const total = orders.reduce((sum, { amount }) => sum + amount, 0);
  return { orders: orders.length, total };
}
