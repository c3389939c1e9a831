async function save(basket) {
  await fetch('http://localhost:1/basket', { method: 'PUT', body: JSON.stringify(basket) });
}

save({ lines: [] });
