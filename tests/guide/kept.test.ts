import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keepFolder, takeFolder } from '../../src/site/kept-folder.ts';
import { guideNeighbours, guidePageKey } from '../../src/site/guide-page.ts';
import type { GuideEntry } from '../../src/guide/astro-loader.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-kept-'));
after(() => rmSync(folder, { recursive: true }));

test('takeFolder copies kept files when they are whole and of the same key only', async () => {
  const cache = join(folder, 'files');
  const files = [{ path: 'a/b.txt', content: Buffer.from('text') }];
  await keepFolder(cache, 'key', files, join(folder, 'first'));
  assert.equal(readFileSync(join(folder, 'first', 'a', 'b.txt'), 'utf8'), 'text');
  assert.equal(await takeFolder(cache, 'other', join(folder, 'second')), false);
  assert.equal(await takeFolder(cache, 'key', join(folder, 'third')), true);
  assert.equal(readFileSync(join(folder, 'third', 'a', 'b.txt'), 'utf8'), 'text');
  writeFileSync(join(cache, 'files', 'a', 'b.txt'), 'te');
  assert.equal(await takeFolder(cache, 'key', join(folder, 'fourth')), false);
});

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
