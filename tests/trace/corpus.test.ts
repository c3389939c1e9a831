import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';
import { corpus, differences } from './corpus.ts';
import known from './known.json' with { type: 'json' };

const missed: Record<string, string> = known.corpus;

for (const entry of corpus()) {
  const name = `${entry.format}/${entry.name}`;
  test(`The recorded ${name} is read as its program says.`, { todo: missed[name] }, () => {
    assert.deepEqual(differences(parse(entry.text), entry.expected), []);
  });
}

test('What is listed as missed is in the corpus.', () => {
  const names = new Set(corpus().map((entry) => `${entry.format}/${entry.name}`));
  assert.deepEqual(
    Object.keys(missed).filter((name) => !names.has(name)),
    [],
  );
});
