import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkMatches } from '../../src/guide/check/check-matches.ts';
import { traceKeysOf } from '../../src/guide/check/parsed-traces.ts';
import { readContent, type Guide } from '../../src/guide/content.ts';
import { keptMatches } from '../../src/guide/kept-matches.ts';
import { guideFacts } from '../../src/guide/lazy-guide.ts';
import { matchIndex } from '../../src/guide/match-index.ts';
import { projectRoot } from '../../src/site/project.ts';
import { isFull } from '../full.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-matches-'));
after(() => rmSync(folder, { recursive: true }));

const { content } = readContent(join(projectRoot, 'content'));
const index = matchIndex(content);
const wholes = new Map(
  content.guides.map((guide) => [
    guide,
    { facts: guideFacts(guide), key: guide.id, traceKeys: traceKeysOf(guide) },
  ]),
);
const file = join(folder, 'matches.json');
keptMatches(file, index).keep(Object.fromEntries(content.guides.map(({ id }) => [id, id])));
const rightWith = (other: typeof index) => {
  const { isRight } = keptMatches(file, other);
  return (guide: Guide) => isRight(wholes.get(guide)!);
};

test('keptMatches knows all guides when the index is as it was, and none of another key', () => {
  assert.ok(content.guides.every(rightWith(index)));
  const { isRight } = keptMatches(file, index);
  assert.ok(!isRight({ ...wholes.get(content.guides[0]!)!, key: 'other' }));
});

test('keptMatches knows no guide when its file is missing or damaged, or a framework has changed', () => {
  const [first, ...rest] = index.frameworks;
  const other = { ...index, frameworks: [{ ...first!, packages: ['another'] }, ...rest] };
  assert.ok(!content.guides.some(rightWith(other)));
  const text = readFileSync(file, 'utf8');
  for (const damaged of [text.slice(0, -20), 'null', '{}']) {
    writeFileSync(file, damaged);
    assert.ok(!content.guides.some(rightWith(index)), damaged.slice(0, 20));
  }
  writeFileSync(file, text);
});

test('keptMatches knows a guide as right only where its traces still lead to it alone', () => {
  let known = 0;
  // A guide takes over what another one is found by, or goes.
  content.guides.forEach((guide, at) => {
    if (at % (isFull ? 4 : 24) !== 0) return;
    const victim = index.guides[(at + 5) % index.guides.length]!;
    const greedy = { ...victim, id: guide.id, causes: {} };
    for (const replaced of [[greedy], []]) {
      const other = { ...index, guides: index.guides.flatMap((entry, i) => (i === at ? replaced : entry)) };
      const isRight = rightWith(other);
      assert.ok(!isRight(guide), `${guide.id} itself`);
      for (const candidate of content.guides.filter(isRight)) {
        known++;
        assert.deepEqual(checkMatches(candidate, other, content.dir), [], `${guide.id}: ${candidate.id}`);
      }
      const spoiled = content.guides.find(({ id }) => id === victim.id)!;
      if (replaced.length > 0) assert.ok(!isRight(spoiled), `${victim.id} is found by ${guide.id} too`);
    }
  });
  assert.ok(known > content.guides.length, `${known} are known`);
});
