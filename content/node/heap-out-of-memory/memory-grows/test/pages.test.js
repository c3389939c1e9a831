import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cachedPages, pageOf } from '../pages.js';

test('the cache stays small however many visitors come', () => {
  for (let session = 0; session < 2000; session++) pageOf(`/articles/7?session=${session}`);
  assert.ok(cachedPages() <= 500, `${cachedPages()} pages are kept`);
});
