function price(product) {
  return product.price.toFixed(2);
}

for (const [number, product] of [{ price: 1 }, {}, { price: 'two' }].entries()) {
  try {
    console.log(`INFO product ${number}: ${price(product)}`);
  } catch (problem) {
    console.error(`ERROR product ${number} failed:`, problem);
  }
}
