import { useCurrency } from './currency.js';

export function Price({ amount }) {
  const currency = useCurrency();
  return (
    <p>
      {amount} {currency}
    </p>
  );
}
