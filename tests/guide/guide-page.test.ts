import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GuideEntry } from '../../src/guide/entries.ts';
import { guideNeighbours, guidePageKey } from '../../src/site/guide-page.ts';

test('guidePageKey changes when a page that it links to has another title', () => {
  const entry = (id: string, title: string, related: string[] = []) =>
    ({
      id,
      title,
      framework: 'shop',
      language: 'en',
      related: related.map((guide) => ({ guide, because: 'x' })),
    }) as unknown as GuideEntry;
  const keys = (title: string) =>
    guideNeighbours([
      entry('shop/a', 'A', ['shop/c']),
      entry('shop/b', 'B'),
      entry('shop/c', title),
      entry('shop/d', 'D'),
    ]).map((guide) => guidePageKey(guide, 30));
  const [before, afterwards] = [keys('C'), keys('Another')];
  assert.deepEqual(
    before.map((key, i) => key === afterwards[i]),
    [false, false, false, false],
    'related, the one before, itself, the one after',
  );
});
