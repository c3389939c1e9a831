import { useDelivery } from './useDelivery.js';

export function Delivery() {
  const { country, days } = useDelivery();
  return (
    <p>
      {country}: {days} days
    </p>
  );
}
