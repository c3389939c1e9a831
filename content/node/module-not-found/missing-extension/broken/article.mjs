import { piecesOf } from './stock';

export const isAvailable = (sku) => piecesOf(sku) > 0;
