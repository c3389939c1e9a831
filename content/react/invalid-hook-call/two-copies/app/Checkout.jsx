import { useCart } from './packages/cart/useCart.js';

export function Checkout({ articles }) {
  const { lines, total } = useCart(articles);
  return (
    <p>
      {lines.length} articles, {total} EUR
    </p>
  );
}
