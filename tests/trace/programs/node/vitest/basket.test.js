import { expect, test } from 'vitest';
import { total } from './basket.js';

test('adds prices', () => {
  expect(total([{ price: 2 }, { price: 5 }])).toBe(8);
});

test('needs a price', () => {
  expect(total([{ name: 'pen' }])).toBe(0);
});
