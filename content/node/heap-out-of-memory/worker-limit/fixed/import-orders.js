export function importOrders(lines) {
  let orders = 0;
  let total = 0;
  for (const line of lines) {
    const [, , pieces, price] = line.split(';');
    orders += 1;
    total += pieces * price;
  }
  return { orders, total };
}
