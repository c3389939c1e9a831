import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMessageOf, isPartOfMessage, mayBeMeant } from '../../src/search/message-match.ts';
import { containsQueryWords, wordsOf } from '../../src/search/text-match.ts';

const text =
  'The worker exited prematurely: signal 9 (SIGKILL). Borrow of a moved value, error[E0382]. Deploy it. A good wildcard for cookies is validated.';

for (const query of [
  'SIGKILL',
  'exited prematurely',
  'why was the worker exiting',
  'borow of moved value',
  'E0382',
  'deploying',
  'cook',
  'good validation of cookie wildcards',
]) {
  test(`the text contains the words of "${query}"`, () => assert.ok(containsQueryWords(text, query)));
}
for (const query of [
  'KeyError',
  'E0381',
  'how to be a good cook',
  'good cooking',
  'how to cook',
  'worker pool',
  '<img src=x onerror=alert(1)>',
  'sig',
]) {
  test(`the text does not contain the words of "${query}"`, () =>
    assert.ok(!containsQueryWords(text, query)));
}

test('isMessageOf takes values for holes, in their order, and needs ten characters of text', () => {
  assert.ok(isMessageOf('connect ECONNREFUSED 10.0.0.1:80', 'connect ECONNREFUSED {address}'));
  assert.ok(!isMessageOf('connect ENOTFOUND db', 'connect ECONNREFUSED {address}'));
  assert.ok(!isMessageOf('at a is', 'at {b} is'));
});

test('isPartOfMessage finds a piece of a message, and takes values for holes', () => {
  const template = 'QueuePool limit of size {size} reached, connection timed out, timeout {seconds}';
  assert.ok(isPartOfMessage('connection timed out, timeout 30', template));
  assert.ok(isPartOfMessage('2 validation errors', '{count} validation errors for {model}'));
  assert.ok(isPartOfMessage('value in column name violates', 'null value in column "{column}" violates it'));
  assert.ok(!isPartOfMessage('python connection refused', '{program}: connection refused'));
  assert.ok(!isPartOfMessage('connection timed out, retry 30', template));
  assert.ok(!isPartOfMessage('timeout 30', template));
});

test('mayBeMeant refuses a sentence whose words stand far from each other', () => {
  const php = wordsOf('Undefined variable. Call to a member function price() on null');
  assert.ok(!mayBeMeant('undefined is not a function', [php]));
  assert.ok(
    mayBeMeant('undefined is not a function', [wordsOf('TypeError: x.y is undefined is not a function')]),
  );
  assert.ok(mayBeMeant('how is this fixed in php', [php]));
});
