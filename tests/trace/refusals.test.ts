import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';

const folder = join(import.meta.dirname, 'refusals');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`No trace is found in ${file}.`, () => {
    assert.deepEqual(found(readFileSync(join(folder, file), 'utf8')), []);
  });
}

// Files of lines that are each a paste of its own.
const pastes = readdirSync(folder)
  .filter((name) => name.startsWith('lines-'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'));

const lines = [
  ...pastes,
  'If you see QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30 you should raise pool_size.',
  "    raise ValueError('count must be positive')",
  "throw new TypeError('fetch failed');",
  'except KeyError as error:',
  '} catch (IllegalStateException e) {',
  'class OrderError(Exception):',
  'A TypeError is thrown when the value is not of the expected type.',
  'You will see "KeyError" if the key is missing.',
  'ValueError: raised when a function gets an argument of the right type but an inappropriate value.',
  '# KeyError: what it means',
  'error_log = /var/log/php/error.log',
  'ErrorDocument 404 /404.html',
  'retries: 3  # after a ConnectionError',
  '2026-02-03 09:41:07 INFO 0 errors, 12 warnings',
  '[2026-02-03 09:41:07,219: INFO/MainProcess] Task images.resize[2f1c9d4e] succeeded in 0.12s: None',
  'GET /errors/TypeError HTTP/1.1 200',
  'import { HttpError } from "./errors.js";',
];

for (const line of lines) {
  test(`No trace is found in the line "${line.trim()}".`, () => assert.deepEqual(found(line), []));
}

const alone: [string, string][] = [
  ['TypeError: fetch failed', 'TypeError'],
  ['WorkerLostError: Worker exited prematurely', 'WorkerLostError'],
  ["KeyError: 'name'", 'KeyError'],
  ['celery.exceptions.NotRegistered', 'celery.exceptions.NotRegistered'],
  ['panic: assignment to entry in nil map', 'panic'],
  ['error TS2307: Cannot find module', 'error'],
  ["ActiveRecord::RecordNotFound: Couldn't find User with 'id'=1", 'ActiveRecord::RecordNotFound'],
  ['java.lang.OutOfMemoryError: Java heap space', 'java.lang.OutOfMemoryError'],
];

for (const [line, type] of alone) {
  test(`The line "${line}" alone is a trace.`, () => assert.deepEqual(found(line), [type]));
}

function found(text: string): (string | undefined)[] {
  return parse(text).map((trace) => trace.exceptions[trace.root]?.type);
}
