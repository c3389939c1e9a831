import { shelves } from './catalogue.mjs';

export function order(shelf) {
  const count = shelves.get(shelf);
  if (count === 0) return undefined;
  return count - 1;
}

order('A1');
