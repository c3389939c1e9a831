import { shelves } from './catalogue.mjs';

export function order(shelf) {
  const count = shelves.get(shelf);
  if (count === 0) throw new StockError(`${count} left on ${shelf}`);
  return count - 1;
}

class StockError extends Error {
  name = 'StockError';
}

order('A1');
