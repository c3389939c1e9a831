import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileFault } from '../../src/files/file-fault.ts';

test('fileFault names the file and what to do when the file system refuses', () => {
  try {
    writeFileSync('/nowhere/at/all', '');
    assert.fail('it was written');
  } catch (error) {
    const fault = 'cannot be written: a folder above it is missing, or cannot be made. Make it.';
    assert.equal(fileFault(error), `/nowhere/at/all ${fault}`);
    assert.equal(fileFault(error, 'dist/'), `dist/ ${fault}`);
    const outer = new Error('Astro failed.', { cause: new Error('The store failed.', { cause: error }) });
    assert.equal(fileFault(outer), `/nowhere/at/all ${fault}`);
  }
});

test('fileFault reads the code and the file from the message when Rolldown could not write', () => {
  const message =
    'Build failed with 1 error:\n\nFailed to write file in /site/vite/deps/a.js\n\nCaused by:\n    No space left on device (os error 28)\n';
  const fault = 'cannot be written: the disk is full. Free some space.';
  assert.equal(fileFault(new Error(message)), `/site/vite/deps/a.js ${fault}`);
  assert.equal(fileFault(new Error('(os error 28)')), `A file ${fault}`);
});

test('fileFault gives undefined when the error is about something else', () => {
  for (const error of [
    new Error('no'),
    new Error('(os error 4711)'),
    new Error('(os error 11)'),
    null,
    'EISDIR',
  ])
    assert.equal(fileFault(error), undefined);
});
