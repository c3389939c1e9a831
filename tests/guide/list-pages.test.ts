import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPages, pageParam, pageSuffix } from '../../src/site/list-pages.ts';

test('listPages has each item once, in its order, when the last page is not full', () => {
  const pages = listPages([1, 2, 3, 4, 5], 2);
  assert.deepEqual(
    pages.map(({ items }) => items),
    [[1, 2], [3, 4], [5]],
  );
  assert.deepEqual(
    pages.map(({ number, count, from, to, total }) => [number, count, from, to, total]),
    [
      [1, 3, 1, 2, 5],
      [2, 3, 3, 4, 5],
      [3, 3, 5, 5, 5],
    ],
  );
});

test('listPages has one page when all items fit, and when the list is empty', () => {
  assert.equal(listPages([1, 2], 2).length, 1);
  assert.deepEqual(listPages([], 2), [{ items: [], number: 1, count: 1, from: 0, to: 0, total: 0 }]);
});

test('the first page keeps the address of the list, and later ones follow it', () => {
  assert.deepEqual([pageSuffix(1), pageSuffix(2)], ['', 'page/2/']);
  assert.deepEqual([pageParam(1), pageParam(2)], [undefined, 'page/2']);
});
