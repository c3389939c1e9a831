import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIndex } from '../../src/guide/match-index.ts';
import { readContent } from '../../src/guide/content.ts';
import { findDifferences, parseFixture } from './facts.ts';

// Texts of the kinds in which the suites of other parsers found faults.
const { content } = readContent(join(import.meta.dirname, '../../content'));
const index = matchIndex(content);

const folder = join(import.meta.dirname, 'peers');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const fixture = readFileSync(join(folder, file), 'utf8');
  const { kind } = parseFixture(fixture).about;
  test(`The text of a peer's kind ${file.replace(/\.txt$/, '')} (${kind}) is read as its facts say.`, () =>
    assert.deepEqual(findDifferences(fixture, index), []));
}
