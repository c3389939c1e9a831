import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchText } from '../../src/match/index.ts';
import { index } from './fixture.ts';

const folder = join(import.meta.dirname, 'cases');

for (const file of readdirSync(folder).filter((name) => !name.endsWith('.expected.txt'))) {
  const name = file.replace(/\.txt$/, '');
  test(`${name.replaceAll('-', ' ')} gets the guides that fit and no other.`, () => {
    const text = readFileSync(join(folder, file), 'utf8');
    const expected = readFileSync(join(folder, `${name}.expected.txt`), 'utf8').trim();
    const hits = matchText(text, index).flatMap((found) => found.hits);
    const found = hits.map(
      (hit) => `${hit.guide}${hit.cause === null ? '' : `#${hit.cause}`} ${hit.confidence}`,
    );
    assert.equal(found.join('\n') || 'none', expected);
    for (const hit of hits) {
      assert.ok(hit.evidence.length > 0);
      for (const { line } of hit.evidence) assert.ok(line >= 1 && line <= text.split('\n').length);
    }
  });
}
