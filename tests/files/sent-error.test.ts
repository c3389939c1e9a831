import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { fileFault } from '../../src/files/file-fault.ts';
import { packError, unpackError } from '../../src/files/sent-error.ts';
import { DamagedCache, isDamagedCache } from '../../src/guide/cache.ts';

/** The error as another process is sent it: as JSON. */
const sent = (error: unknown) => unpackError(JSON.parse(JSON.stringify(packError(error))));

test('an error that was sent says what it said, with its stack', () => {
  const error = new TypeError('Not a price.');
  const { name, message, stack } = sent(error);
  assert.deepEqual(
    { name, message, stack },
    { name: 'TypeError', message: 'Not a price.', stack: error.stack },
  );
});

test('an error of a file that was sent names the file and the code, also as the cause of another one', () => {
  const missing = Object.assign(new Error('ENOSPC: no space left'), {
    code: 'ENOSPC',
    syscall: 'write',
    path: 'dist/index.html',
  });
  const message = 'dist/index.html cannot be written: the disk is full. Free some space.';
  assert.equal(fileFault(sent(missing)), message);
  assert.equal(fileFault(sent(new Error('Build failed', { cause: missing }))), message);
  assert.throws(
    () => {
      try {
        statSync('/missing/file');
      } catch (error) {
        throw sent(error);
      }
    },
    { code: 'ENOENT', path: '/missing/file' },
  );
});

test('an error of a damaged cache that was sent is one', () => {
  assert.ok(isDamagedCache(sent(new DamagedCache('guides/a.json is cut.'))));
});

test('what is thrown and is no error is sent as its text', () => {
  assert.equal(sent('stopped').message, 'stopped');
});
