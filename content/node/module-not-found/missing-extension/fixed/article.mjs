import { piecesOf } from './stock.mjs';

export const isAvailable = (sku) => piecesOf(sku) > 0;
