import { useState } from 'react';

const [country, setCountry] = useState('FR');

export function useDelivery() {
  return { country, setCountry, days: country === 'FR' ? 2 : 5 };
}
