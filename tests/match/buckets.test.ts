import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent, type Content } from '../../src/guide/content.ts';
import { guideTitles, matchIndex } from '../../src/guide/match-index.ts';
import { BucketedIndex } from '../../src/match/bucketed-index.ts';
import { textKeys } from '../../src/match/bucket-keys.ts';
import { cutIndex } from '../../src/match/cut-index.ts';
import { matchText } from '../../src/match/index.ts';
import { loadSite } from '../../src/match/load-site.ts';
import { readIndex, readPublishedIndex } from '../../src/match/published-index.ts';
import { cutLargeIndex } from '../../src/site/match-files.ts';
import { projectRoot } from '../../src/site/project.ts';
import { writeSyntheticContent } from '../bench/build/synthetic-content.ts';
import { isFull } from '../full.ts';
import { corpus } from '../trace/corpus.ts';

const { content } = readContent(join(projectRoot, 'content'));

test('a text finds the same in buckets as in the whole index when it is a recorded trace, a log of the corpus or a message', async () => {
  const texts = [...recorded(content), ...corpus().map(({ text }) => text), ...messages(content)];
  const asked = await compare(content, 4, texts);
  assert.ok(
    asked.every((numbers) => numbers.length % 2 === 0),
    'each bucket has a decoy',
  );
  assert.ok(asked.some((numbers) => numbers.length > 0));
});

const large = { skip: !isFull && 'with TRACEBOOK_TESTS=full' };

test(
  'recorded traces find the same in buckets of 50 guides as in the whole index when a site has hundreds of guides',
  large,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'tracebook-buckets-'));
    try {
      writeSyntheticContent(join(dir, 'content'), 400);
      const { content } = readContent(join(dir, 'content'));
      await compare(content, 50, recorded(content));
    } finally {
      rmSync(dir, { recursive: true });
    }
  },
);

test('cutLargeIndex cuts an index when it is larger than the limit, and gives every bucket enough guides', () => {
  const site = { index: matchIndex(content), titles: guideTitles(content) };
  assert.equal(cutLargeIndex(site), undefined);
  const { buckets, contents } = cutLargeIndex(site, { mostBytes: 1000, leastGuides: 7 })!;
  assert.ok(contents.length > 5);
  assert.equal(buckets.count, contents.length);
  for (const { guides, titles } of contents) {
    assert.ok(guides.length >= 7);
    assert.deepEqual(
      titles.map(({ id }) => id),
      guides.map(({ id }) => id),
    );
  }
  const listed = new Set(contents.flatMap(({ guides }) => guides.map(({ id }) => id)));
  assert.deepEqual([...listed].sort(), content.guides.map(({ id }) => id).sort());
  const { contents: one } = cutLargeIndex(site, { mostBytes: 1000 })!;
  assert.equal(one.length, 1, 'fewer guides than a bucket has are one bucket');
});

test('loadSite reads all buckets as the whole index', async () => {
  const site = await loadSite((path) => Promise.resolve(publishedFiles(content, 4).get(path)));
  const plain = site.index.guides.map(({ id, exceptions, messages, codes, causes }) => ({
    id,
    exceptions,
    messages,
    codes,
    causes,
  }));
  const byId = <Item extends { id: string }>(items: Item[]) =>
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(byId(plain), byId(matchIndex(content).guides));
  assert.equal(site.titles.size, content.guides.length);
});

test('BucketedIndex asks for nothing when no guide has a name, a code or a word of the text', async () => {
  const { asked, load } = bucketed(content, 4);
  await load('Traceback (most recent call last):\n  File "a.py", line 1, in f\nQxzzyError: vwxqk jjqqz');
  assert.deepEqual(asked, []);
});

test('BucketedIndex asks for the same buckets with the same decoys each time, and once only', async () => {
  const [text] = recorded(content) as [string];
  const first = bucketed(content, 4);
  const second = bucketed(content, 4);
  await first.load(text);
  await first.load(text);
  await second.load(text);
  assert.ok(first.asked.length >= 2);
  assert.deepEqual(first.asked, second.asked);
  assert.equal(new Set(first.asked).size, first.asked.length);
});

test('BucketedIndex can load a bucket again when it could not be read', async () => {
  const files = publishedFiles(content, 4);
  const { index, buckets } = readPublishedIndex(files.get('match/index.json'));
  let isDown = true;
  const site = new BucketedIndex(index, { ...buckets!, map: buckets!.map! }, (path) =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(files.get(path)),
  );
  const [text] = recorded(content) as [string];
  await assert.rejects(site.load(textKeys(text)), { message: 'down' });
  isDown = false;
  await site.load(textKeys(text));
  assert.deepEqual(matchText(text, site.index), matchText(text, publishedWhole(content)));
});

/** Compares what texts find, each with no bucket but its own and their decoys. @returns what each asked for */
async function compare(content: Content, leastGuides: number, texts: string[]): Promise<number[][]> {
  const whole = publishedWhole(content);
  const files = publishedFiles(content, leastGuides);
  const all: number[][] = [];
  for (const text of texts) {
    const { asked, load, site } = bucketed(content, leastGuides, files);
    await load(text);
    assert.deepEqual(matchText(text, site.index), matchText(text, whole), text);
    all.push(asked);
  }
  return all;
}

function bucketed(content: Content, leastGuides: number, files = publishedFiles(content, leastGuides)) {
  const { index, buckets } = readPublishedIndex(files.get('match/index.json'));
  const asked: number[] = [];
  const site = new BucketedIndex(index, { ...buckets!, map: buckets!.map! }, (path) => {
    asked.push(Number(/\d+/.exec(path)![0]));
    return Promise.resolve(files.get(path));
  });
  return { asked, site, load: (text: string) => site.load(textKeys(text)) };
}

/** The index as its one file is read. */
const publishedWhole = (content: Content) => readIndex({ version: 1, ...matchIndex(content) });

/** The files of an index in buckets by their paths. */
function publishedFiles(content: Content, leastGuides: number): Map<string, unknown> {
  const { frameworks, ...index } = matchIndex(content);
  const { buckets, contents } = cutIndex({ frameworks, ...index }, guideTitles(content), leastGuides);
  return new Map<string, unknown>([
    ['match/index.json', { version: 1, frameworks, guides: [], buckets }],
    ...contents.map((file, i) => [`match/buckets/${i}.json`, { version: 1, ...file }] as const),
  ]);
}

const recorded = ({ guides }: Content) =>
  guides.flatMap(({ causes }) =>
    causes.flatMap(({ recorded }) => recorded.flatMap(({ trace }) => (trace === undefined ? [] : [trace]))),
  );

/** The messages of all guides, as they are pasted without a trace. */
const messages = ({ guides }: Content) =>
  guides.flatMap(({ frontmatter }) =>
    frontmatter.messages.map(({ text }) => text.replace(/\{[^{}]*\}/g, '7')),
  );
