import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rank } from '../../src/search/rank.ts';
import type { SearchIndex } from '../../src/search/types.ts';

const file = join(import.meta.dirname, 'index.json');
const { guides } = JSON.parse(readFileSync(file, 'utf8')) as SearchIndex;
const first = (query: string) => {
  const [hit] = rank(guides, query);
  return hit && (hit.anchor ? `${hit.guide}#${hit.anchor}` : hit.guide);
};

const celery = 'celery/worker-lost-error';
const broker = 'celery/broker-connection-refused';
const node = 'node/fetch-failed';
const rust = 'rust/borrow-of-moved-value';
const java = 'java/null-pointer-exception';
const cors = 'browser/blocked-by-cors-policy';
const django = 'django/integrity-error';
const postgres = 'postgresql/deadlock-detected';

/** What people type, and where it must lead: names, aliases, codes, messages, words of causes. */
const queries: [query: string, place: string][] = [
  ['WorkerLostError', celery],
  ['workerlosterror', celery],
  ['billiard.exceptions.WorkerLostError', celery],
  ['celery.exceptions.WorkerLostError', celery],
  ['some.module.WorkerLostError', celery],
  ['worker lost', celery],
  ['WrokerLostError', celery],
  ['Worker exited prematurely', celery],
  ['TimeLimitExceeded', celery],
  ['SIGKILL', `${celery}#out-of-memory`],
  ['signal 9', `${celery}#out-of-memory`],
  ['OOM', `${celery}#out-of-memory`],
  ['out of memory', `${celery}#out-of-memory`],
  ['celery out of memory', `${celery}#out-of-memory`],
  ['SIGSEGV', `${celery}#native-crash`],
  ['signal 11', `${celery}#native-crash`],
  ['null value in column customer violates', django],
  ['segfault', `${celery}#native-crash`],
  ['worker segfault', `${celery}#native-crash`],
  ['exitcode 2', `${celery}#process-exit`],
  ['sys.exit', `${celery}#process-exit`],
  ['hard time limit', `${celery}#hard-time-limit`],
  ['Worker exited prematurely: signal 11 (SIGSEGV) Job: 7.', `${celery}#native-crash`],
  ['kombu.exceptions.OperationalError', broker],
  ['broker not running', `${broker}#broker-down`],
  ['celery Authentication required', `${broker}#password`],
  ['NPE', java],
  ['error E 0382', rust],
  ['pointer is null in java', java],
  ['worker lost 3', celery],
  ["can't invoke Integer.intValue", `${java}#auto-unboxing`],
  ['NullPointerException', java],
  ['NulPointerException', java],
  ['null pointer', java],
  ['java.lang.NullPointerException', java],
  ['java.util.Map.get', `${java}#missing-map-entry`],
  ['map has no such key', `${java}#missing-map-entry`],
  ['Integer.intValue', `${java}#auto-unboxing`],
  ['null integer unboxed', `${java}#auto-unboxing`],
  ['Cannot invoke "String.length()" because "<local1>" is null', java],
  ['fetch failed', node],
  ['TypeError: fetch failed', node],
  ['ECONNREFUSED', `${node}#connection-refused`],
  ['connect ECONNREFUSED 10.0.0.1:80', `${node}#connection-refused`],
  ['ENOTFOUND', `${node}#name-not-resolved`],
  ['getaddrinfo EAI_AGAIN redis', `${node}#name-not-resolved`],
  ['self signed certificate', `${node}#self-signed-certificate`],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', `${node}#self-signed-certificate`],
  ['E0382', rust],
  ['error[E0382]', rust],
  ['borrow of moved value', rust],
  ['value moved into closure', `${rust}#moved-into-thread`],
  ['into_iter', `${rust}#moved-in-loop`],
  ['used up by a for loop', `${rust}#moved-in-loop`],
  ['how do I fix a CORS error', `${cors}#no-allow-origin`],
  ['Access-Control-Allow-Origin', `${cors}#no-allow-origin`],
  ['Access-Control-Allow-Headers', `${cors}#header-not-allowed`],
  ['wildcard cookies', `${cors}#wildcard-with-credentials`],
  ['IntegrityError', django],
  ['integrity error', django],
  ['duplicate key', `${django}#duplicate-key`],
  ['duplicate key value violates unique constraint "users_email_key"', `${django}#duplicate-key`],
  ['null value in column', `${django}#not-null`],
  ['foreign key', `${django}#foreign-key`],
  ['40P01', postgres],
  ['deadlock detected', postgres],
  ['while locking tuple', `${postgres}#lock-upgrade`],
];

test('at least 60 queries are asked, and at least 95 % of them lead to the right place first', () => {
  const wrong = queries.flatMap(([query, place]) =>
    first(query) === place ? [] : `${query}: ${place}, found ${first(query)}`,
  );
  assert.ok(queries.length >= 60);
  assert.ok(wrong.length <= queries.length * 0.05, wrong.join('\n'));
});

for (const query of [
  '',
  'x',
  'KeyError',
  'SomethingError',
  'E0381',
  'how to be a good cook',
  'undefined is not a function',
  '<img src=x onerror=alert(1)>',
  'pointer pool',
]) {
  test(`"${query}" leads nowhere, since no guide is about it`, () =>
    assert.deepEqual(rank(guides, query), []));
}

test('a name that is one letter off is a guess, and says which name it takes it for', () => {
  const [hit] = rank(guides, 'WrokerLostError');
  assert.equal(hit?.isGuess, true);
  assert.match(hit!.why, /WorkerLostError$/);
});

test('of two signs that have the query, the one that says little else comes first', () => {
  const longer = guides.map((guide) => ({
    ...guide,
    id: `other/${guide.id}`,
    causes: guide.causes.map((cause) => ({ ...cause, sign: `${cause.sign} after 10000 ms of waiting` })),
  }));
  assert.equal(rank([...longer, ...guides], 'ECONNREFUSED')[0]?.guide, node);
});

test("the words of a guide's address are searched, and two words may be aliases", () => {
  const [guide] = guides.filter(({ id }) => id === rust);
  const go = {
    ...guide!,
    id: 'go/concurrent-map-writes',
    framework: 'Go',
    names: [],
    messages: [],
    causes: [],
  };
  for (const query of ['map writes', 'go map race', 'golang map race condition', 'map data race'])
    assert.equal(rank([...guides, go], query)[0]?.guide, go.id, query);
});

test('each guide comes once, at the place that fits best', () => {
  const found = rank(guides, 'connection refused').map(({ guide }) => guide);
  assert.deepEqual(found, [...new Set(found)]);
});
