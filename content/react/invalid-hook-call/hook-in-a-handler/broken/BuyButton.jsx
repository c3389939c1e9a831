import { useCurrency } from './currency.js';

export function BuyButton({ article, onBuy }) {
  function handleClick() {
    const currency = useCurrency();
    onBuy({ article, currency });
  }

  return <button onClick={handleClick}>Buy</button>;
}
