import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '@/article';
import { total } from '../src/basket.js';

test('total adds up the prices', () => {
  const articles: Article[] = [
    { sku: 'TB-100', price: 19 },
    { sku: 'TB-101', price: 45 },
  ];
  assert.equal(total(articles), 64);
});
