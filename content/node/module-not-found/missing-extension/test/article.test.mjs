import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAvailable } from '../article.mjs';

test('an article with pieces left is available', () => {
  assert.equal(isAvailable('TB-100'), true);
  assert.equal(isAvailable('TB-999'), false);
});
