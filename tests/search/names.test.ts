import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareNames, nameParts, searchNames } from '../../src/search/names.ts';
import { attempts } from '../../src/search/search.ts';

const names = [
  ['billiard.exceptions.WorkerLostError', 'celery/worker-lost-error'],
  ['celery.exceptions.WorkerLostError', 'celery/worker-lost-error'],
  ['billiard.exceptions.TimeLimitExceeded', 'celery/worker-lost-error'],
  ['java.lang.NullPointerException', 'java/null-pointer-exception'],
  ['E0382', 'rust/borrow-of-moved-value'],
  ['E0502', 'rust/mutable-borrow'],
  ['TypeError', 'node/fetch-failed'],
].map(([name, guide]) => ({ name: name!, guide: guide!, title: guide!, framework: guide!.split('/')[0]! }));

const first = (query: string) => searchNames(names, query)[0]?.guide;

for (const [query, guide] of [
  ['billiard.exceptions.WorkerLostError', 'celery/worker-lost-error'],
  ['WorkerLostError', 'celery/worker-lost-error'],
  ['workerlosterror', 'celery/worker-lost-error'],
  ['some.other.module.WorkerLostError', 'celery/worker-lost-error'],
  ['worker lost', 'celery/worker-lost-error'],
  ['lost error', 'celery/worker-lost-error'],
  ['WorkerL', 'celery/worker-lost-error'],
  ['E0382', 'rust/borrow-of-moved-value'],
  ['e0382', 'rust/borrow-of-moved-value'],
  ['NulPointerException', 'java/null-pointer-exception'],
  ['NullPointerExeption', 'java/null-pointer-exception'],
  ['WrokerLostError', 'celery/worker-lost-error'],
  ['null ponter', 'java/null-pointer-exception'],
] as const) {
  test(`"${query}" finds ${guide}`, () => assert.equal(first(query), guide));
}

for (const query of ['', 'x', 'E0383', 'KeyError', 'error of the pool', 'pointer pool']) {
  test(`"${query}" finds nothing`, () => assert.deepEqual(searchNames(names, query), []));
}

test('a guide is found once, however many of its names fit', () => {
  assert.equal(searchNames(names, 'billiard').length, 1);
});

test('a name is told in parts, and with its last segment', () => {
  assert.deepEqual(nameParts('java.io.IOException'), ['java', 'io', 'io', 'exception']);
  assert.deepEqual(nameParts('ERR_MODULE_NOT_FOUND'), ['err', 'module', 'not', 'found']);
  assert.deepEqual(bareNames(['a.b.CError', 'E1', 'std::io::Error']), [
    'a.b.CError',
    'CError',
    'E1',
    'std::io::Error',
    'Error',
  ]);
});

test('a query that finds nothing is asked again by its code or its last name', () => {
  assert.deepEqual(attempts('error[E0382]'), ['error[E0382]', 'E0382']);
  assert.deepEqual(attempts('a.b.WorkerLostError'), ['a.b.WorkerLostError', 'WorkerLostError']);
});
