export function discounted(price, discount) {
  const amount = price - discount;
  return checked(amount);
}

class PriceError extends Error {
  name = 'PriceError';
}

function checked(amount) {
  if (amount < 0) throw new PriceError(`${amount} is not a price`);
  return amount;
}

discounted(4, 5);
