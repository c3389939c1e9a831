import { priceOf } from './priceList.js';

export const total = (skus: string[]): number => skus.reduce((sum, sku) => sum + priceOf(sku), 0);
