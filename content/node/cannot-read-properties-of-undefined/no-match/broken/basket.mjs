/** Returns what a basket costs. */
export function totalOf(basket, articles) {
  let total = 0;
  for (const { sku, pieces } of basket) {
    total += pieces * articles.find((article) => article.sku === sku).price;
  }
  return total;
}
