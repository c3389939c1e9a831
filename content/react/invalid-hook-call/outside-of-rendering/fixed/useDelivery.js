import { useState } from 'react';

export function useDelivery() {
  const [country, setCountry] = useState('FR');
  return { country, setCountry, days: country === 'FR' ? 2 : 5 };
}
