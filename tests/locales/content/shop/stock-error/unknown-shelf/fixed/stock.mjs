import { shelves } from './catalogue.mjs';

shelves.set('B7', 3);

export function order(shelf) {
  if (!shelves.has(shelf)) throw new StockError(`unknown shelf ${shelf}`);
  return shelves.get(shelf);
}

class StockError extends Error {
  name = 'StockError';
}

order('B7');
