class PriceError extends Error {
  name = 'PriceError';
}

export function total(articles) {
  return articles.reduce((sum, { price }) => {
    if (price === undefined) throw new PriceError('the article has no price');
    return sum + price;
  }, 0);
}

total([{ price: 3 }, {}]);
