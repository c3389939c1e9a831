import assert from 'node:assert/strict';
import { test } from 'node:test';
import { says } from '../../src/search/words.ts';

const text =
  'The worker exited prematurely: signal 9 (SIGKILL). Borrow of a moved value, error[E0382]. Deploy it.';

for (const query of [
  'SIGKILL',
  'exited prematurely',
  'why was the worker exiting',
  'borow of moved value',
  'E0382',
  'deploying',
]) {
  test(`the text says "${query}"`, () => assert.equal(says(text, query), true));
}
for (const query of [
  'KeyError',
  'E0381',
  'how to be a good cook',
  'worker pool',
  '<img src=x onerror=alert(1)>',
  'sig',
]) {
  test(`the text does not say "${query}"`, () => assert.equal(says(text, query), false));
}
