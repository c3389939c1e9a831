import type { Article } from '@/article';

export function total(articles: Article[]): number {
  return articles.reduce((sum, { price }) => sum + price, 0);
}
