/** Returns the articles of the shop, as its database would. */
export function catalogue() {
  return Array.from({ length: 20_000 }, (_, i) => ({
    sku: `TB-${i}`,
    name: `Article ${i}`,
    price: i % 90,
    tags: ['new', `shelf ${i % 12}`],
  }));
}
