import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles, UnknownArticle } from '../articles.mjs';
import { totalOf } from '../basket.mjs';

test('a basket costs the sum of its articles', () => {
  assert.equal(totalOf([{ sku: 'TB-101', pieces: 2 }], articles), 48);
});

test('an article that is not sold any more is named', () => {
  assert.throws(() => totalOf([{ sku: 'TB-099', pieces: 1 }], articles), new UnknownArticle('TB-099'));
});
