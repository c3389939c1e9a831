import { useCurrency } from './currency.js';

export function BuyButton({ article, onBuy }) {
  const currency = useCurrency();

  function handleClick() {
    onBuy({ article, currency });
  }

  return <button onClick={handleClick}>Buy</button>;
}
