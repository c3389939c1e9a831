import { UnknownArticle } from './articles.mjs';

/** Returns what a basket costs. */
export function totalOf(basket, articles) {
  let total = 0;
  for (const { sku, pieces } of basket) {
    const article = articles.find((article) => article.sku === sku);
    if (!article) throw new UnknownArticle(sku);
    total += pieces * article.price;
  }
  return total;
}
