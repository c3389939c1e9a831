import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readContent, type Guide } from '../../src/guide/content.ts';
import { keptGuides } from '../../src/guide/kept-guides.ts';
import { guideNeighbours, guidePageKey } from '../../src/site/guide-page.ts';
import type { GuideEntry } from '../../src/guide/entries.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-kept-'));
after(() => rmSync(folder, { recursive: true }));

const content = join(folder, 'content');
cpSync(join(import.meta.dirname, 'content'), content, { recursive: true });

/** Keeps the one guide of the content in a store of its own, and gives what takes it from there. */
function keepGuide(name: string) {
  const dir = join(folder, name);
  const compiled = join(folder, `${name}.compiled`);
  writeFileSync(compiled, 'compiled');
  const { framework, ci, dir: guideDir } = readContent(content).content.guides[0]!;
  const take = (version = '1') => keptGuides(dir, version).take(framework, ci, guideDir);
  const store = keptGuides(dir, '1');
  store.take(framework, ci, guideDir);
  const guide = readContent(content).content.guides[0]!;
  store.keep(guide, { path: compiled, bytes: 8, references: [], questions: [] }, 'index');
  return { take, dir, compiled, guideDir };
}

/** What is asked of a guide after it was taken, without functions. */
const facts = (guide: Guide) => JSON.stringify([guide.sections, guide.app, guide.ci, guide.causes]);

test('keptGuides gives a guide as it is read, when no byte has changed', () => {
  const { take } = keepGuide('same');
  const read = readContent(content).content.guides[0]!;
  const taken = take();
  assert.ok(taken);
  assert.deepEqual(JSON.parse(facts(taken)), JSON.parse(facts(read)));
  assert.equal(taken.lineOf(['title']), read.lineOf(['title']));
});

test('keptGuides gives no guide when a byte of it, its compiled file or the version has changed', () => {
  const { take, dir, compiled, guideDir } = keepGuide('changed');
  assert.equal(take('2'), undefined);
  truncateSync(compiled, 4);
  assert.equal(take(), undefined, 'a compiled file that is cut');
  writeFileSync(compiled, 'compiled');
  const file = join(guideDir, 'missing', 'test', 'price.test.mjs');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text} `);
  assert.equal(take(), undefined, 'a file of the guide');
  writeFileSync(file, text);
  assert.ok(take());
  const [record] = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  truncateSync(join(dir, record!), 40);
  assert.equal(take(), undefined, 'a record that is cut');
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
