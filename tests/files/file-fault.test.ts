import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileFault } from '../../src/files/file-fault.ts';
import { isDamagedCache } from '../../src/guide/cache.ts';

test('fileFault names the file and what to do when the file system refuses', () => {
  try {
    writeFileSync('/nowhere/at/all', '');
    assert.fail('it was written');
  } catch (error) {
    const fault = 'cannot be written: a folder above it is missing, or cannot be made. Make it.';
    assert.equal(fileFault(error), `/nowhere/at/all ${fault}`);
    assert.equal(fileFault(error, 'dist/'), `dist/ ${fault}`);
  }
});

test('fileFault names what caused an error when that is about writing', () => {
  const fault = 'cannot be written: a folder above it is missing, or cannot be made. Make it.';
  assert.equal(fileFault(around(errorOf(() => mkdirSync('/nowhere/at/all')))), `/nowhere/at/all ${fault}`);
  const copied = errorOf(() => copyFileSync(import.meta.filename, '/nowhere/at/all'));
  assert.equal(fileFault(around(copied)), `/nowhere/at/all ${fault}`);
  const written = errorOf(() => writeFileSync(import.meta.dirname, ''));
  assert.match(fileFault(around(written))!, /^.+ cannot be written: a folder stands where a file must be\./);
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'open', path: '/a' });
  assert.equal(fileFault(around(full)), '/a cannot be written: the disk is full. Free some space.');
});

test('fileFault leaves an error as it is when its cause is about reading', () => {
  for (const read of [
    () => readFileSync('content/data.json'),
    () => readdirSync('/nowhere'),
    () => readFileSync(import.meta.dirname),
  ]) {
    const cause = errorOf(read);
    assert.ok(fileFault(cause));
    assert.equal(fileFault(around(cause)), undefined);
  }
});

test('fileFault and isDamagedCache end when an error is its own cause', () => {
  const error = new Error('no');
  error.cause = new Error('no', { cause: error });
  assert.equal(fileFault(error), undefined);
  assert.equal(isDamagedCache(error), false);
});

test('fileFault reads the code and the file from the message when Rolldown could not write', () => {
  const message =
    'Build failed with 1 error:\n\nFailed to write file in /site/vite/deps/a.js\n\nCaused by:\n    No space left on device (os error 28)\n';
  const fault = 'cannot be written: the disk is full. Free some space.';
  assert.equal(fileFault(new Error(message)), `/site/vite/deps/a.js ${fault}`);
  assert.equal(fileFault(new Error('(os error 28)')), `A file ${fault}`);
  assert.equal(
    fileFault(new Error('(os error 28)'), undefined, ['cache/', 'dist/']),
    `A file in cache/ or dist/ ${fault}`,
  );
  assert.equal(fileFault(around(new Error(message))), `/site/vite/deps/a.js ${fault}`);
  const denied = 'Failed to write file in /site/a.js\n\nCaused by:\n    Permission denied (os error 13)';
  assert.match(fileFault(new Error(denied))!, /^\/site\/a\.js cannot be written: permission denied\./);
});

test('fileFault gives undefined when the error is about something else', () => {
  for (const error of [
    new Error('no'),
    new Error('(os error 4711)'),
    new Error('(os error 11)'),
    new Error('Failed to write file in a.js (os error 11)'),
    new Error('Failed to write file in a.js (os error 0)'),
    new Error('Failed to write file in a.js (os error 99999999999999999999)'),
    new Error('cannot read a.css: No such file or directory (os error 2)'),
    Object.assign(new Error('no'), { code: 'constructor' }),
    null,
    'EISDIR',
  ])
    assert.equal(fileFault(error), undefined);
});

/** What an action throws. */
function errorOf(action: () => void): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  assert.fail('it did not throw');
}

/** An error that another one caused, two steps away. */
function around(cause: Error): Error {
  return new Error('Astro failed.', { cause: new Error('The store failed.', { cause }) });
}
