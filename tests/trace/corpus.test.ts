import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';
import { corpus, differences } from './corpus.ts';
import known from './known.json' with { type: 'json' };

/** What is read otherwise than it should be, and how; each is to be mended. */
const missed: Record<string, string | undefined> = known.corpus;

for (const entry of corpus()) {
  const name = `${entry.format}/${entry.name}`;
  test(`The recorded ${name} is read as its program says.`, { todo: missed[name] ?? false }, () => {
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
