import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareNames, nameFit, nameParts } from '../../src/search/names.ts';
import { attempts } from '../../src/search/search.ts';

for (const [query, name] of [
  ['billiard.exceptions.WorkerLostError', 'billiard.exceptions.WorkerLostError'],
  ['WorkerLostError', 'billiard.exceptions.WorkerLostError'],
  ['workerlosterror', 'billiard.exceptions.WorkerLostError'],
  ['some.other.module.WorkerLostError', 'billiard.exceptions.WorkerLostError'],
  ['worker lost', 'billiard.exceptions.WorkerLostError'],
  ['lost error', 'billiard.exceptions.WorkerLostError'],
  ['WorkerL', 'billiard.exceptions.WorkerLostError'],
  ['e0382', 'E0382'],
  ['NulPointerException', 'java.lang.NullPointerException'],
  ['NullPointerExeption', 'java.lang.NullPointerException'],
  ['WrokerLostError', 'billiard.exceptions.WorkerLostError'],
] as const) {
  test(`"${query}" fits ${name}`, () => assert.ok(nameFit(name, query) > 0));
}

for (const [query, name] of [
  ['', 'E0382'],
  ['x', 'E0382'],
  ['E0383', 'E0382'],
  ['KeyError', 'TypeError'],
  ['error of the pool', 'WorkerLostError'],
] as const) {
  test(`"${query}" does not fit ${name}`, () => assert.equal(nameFit(name, query), 0));
}

test('nameFit is higher for the whole name than for its last segment, its beginning and a typo', () => {
  const name = 'billiard.exceptions.WorkerLostError';
  const fits = [name, 'WorkerLostError', 'Worker', 'lost error', 'WrokerLostError'].map((query) =>
    nameFit(name, query),
  );
  assert.deepEqual(
    fits,
    [...fits].sort((a, b) => b - a),
  );
});

test('nameParts splits at capitals, dots and underscores; bareNames adds the last segment', () => {
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
