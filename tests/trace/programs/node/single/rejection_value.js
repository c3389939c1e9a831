async function charge(amount) {
  if (amount > 100) return Promise.reject({ reason: 'limit', amount });
  return amount;
}

charge(250);
