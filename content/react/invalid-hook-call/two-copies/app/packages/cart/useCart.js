import { useState } from 'react';

export function useCart(articles) {
  const [lines, setLines] = useState(articles);
  const total = lines.reduce((sum, { price }) => sum + price, 0);
  return { lines, total, add: (article) => setLines([...lines, article]) };
}
