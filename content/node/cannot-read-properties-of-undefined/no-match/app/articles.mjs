export const articles = [
  { sku: 'TB-100', price: 19 },
  { sku: 'TB-101', price: 24 },
];

export class UnknownArticle extends Error {}
