import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';
import { corpus, differences } from './corpus.ts';

for (const entry of corpus()) {
  const name = `${entry.format}/${entry.name}`;
  test(`The recorded ${name} is read as its program says.`, () => {
    assert.deepEqual(differences(parse(entry.text), entry.expected), []);
  });
}
