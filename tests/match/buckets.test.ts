import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent, type Content } from '../../src/guide/content.ts';
import { guideTitles, isInBuckets, matchIndex } from '../../src/guide/match-index.ts';
import { BucketedIndex } from '../../src/match/bucketed-index.ts';
import { textKeys } from '../../src/match/bucket-keys.ts';
import { cutIndex } from '../../src/match/cut-index.ts';
import { matchText } from '../../src/match/index.ts';
import { loadSite } from '../../src/match/load-site.ts';
import { readIndex } from '../../src/match/published-index.ts';
import { unpackBucket } from '../../src/match/packed-bucket.ts';
import type { GuideTitles, MatchGuide, MatchIndex, PublishedBuckets } from '../../src/match/types.ts';
import { cutOnce } from '../../src/site/cut-once.ts';
import { projectRoot } from '../../src/site/project.ts';
import { syntheticSite } from '../bench/buckets/synthetic-index.ts';
import { isFull } from '../full.ts';
import { corpus } from '../trace/corpus.ts';
import { bucketFiles } from './published-files.ts';

type Site = { index: MatchIndex; titles: GuideTitles[] };

const { content } = readContent(join(projectRoot, 'content'));
const site: Site = { index: matchIndex(content), titles: guideTitles(content) };

test('a text finds the same in buckets as in the whole index when it is a recorded trace, a log of the corpus or a message', async () => {
  const logs = corpus().flatMap(({ text }, i) => (isFull || i % 3 === 0 ? text : []));
  const texts = [...recorded(content), ...logs, ...messages(content)];
  const asked = await compare(site, 1, texts);
  assert.ok(
    asked.every((numbers) => numbers.length % 2 === 0),
    'each bucket has a decoy',
  );
  assert.ok(asked.some((numbers) => numbers.length > 0));
});

test('recorded traces find the same in buckets of 50 guides as in the whole index when a site has hundreds of guides', async () => {
  const synthetic = syntheticSite(400);
  const traces = synthetic.traces.filter((_, i) => i % (isFull ? 5 : 40) === 0);
  const asked = await compare(
    synthetic,
    50,
    traces.map(({ text }) => text),
  );
  const count = cutIndex(synthetic.index, synthetic.titles).contents.length;
  assert.ok(asked.some((numbers) => numbers.length > 0 && numbers.length < count / 2));
});

const guide = { exceptions: [], messages: [], codes: [], causes: {} };
const others = Array.from({ length: 40 }, (_, i) => ({ ...guide, id: `shop/o-${i}`, codes: [`O_${i}`] }));
for (const [way, own, text] of [
  [
    'the code of an error of another type',
    { exceptions: ['shop.QuotaError'], codes: ['SHOP_LIMIT'] },
    'Error: SHOP_LIMIT reached\n    at load (/app/shop.js:3:7)\n    at /app/main.js:1:1\n',
  ],
  [
    'the type at the start of a message',
    { exceptions: ['psycopg2.errors.LampViolation'], messages: ['duplicate lampkey {name}'] },
    'Traceback (most recent call last):\n  File "/app/a.py", line 3, in f\n    go()\nsqlalchemy.exc.IntegrityError: (psycopg2.errors.LampViolation) duplicate lampkey 7\n',
  ],
  [
    'a word of a message without a type',
    { exceptions: ['shop.LampError'], messages: ['the lampshade of {name} is not in any stock of ours'] },
    'the lampshade of table 7 is not in any stock of ours',
  ],
] as const)
  test(`a guide is found in its bucket when ${way} leads to it`, async () => {
    const frameworks = [
      { id: 'shop', language: text.includes('.py') ? 'python' : 'javascript', packages: [] },
    ];
    const guides = [{ ...guide, ...structuredClone(own), id: 'shop/lamp' }, ...others] as MatchGuide[];
    const site = { index: { frameworks, guides }, titles: [] };
    assert.equal(matchText(text, site.index)[0]!.hits[0]!.guide, 'shop/lamp');
    await compare(site, 1, [text]);
  });

test('an index is in buckets when it is larger than the limit, and every bucket has enough guides', () => {
  assert.equal(isInBuckets(site.index), false);
  assert.equal(isInBuckets(site.index, 1000), true);
  const { buckets, contents } = cutIndex(site.index, site.titles, 7);
  assert.ok(contents.length > 5);
  assert.equal(buckets.sizes.length, contents.length);
  assert.equal(
    buckets.sizes.reduce((sum, size) => sum + size),
    65_536,
  );
  for (const { guides, choices } of contents) {
    assert.ok(guides.length >= 7);
    assert.deepEqual(
      choices.map(([id]) => id),
      guides.map(([id]) => id),
    );
  }
  const listed = new Set(contents.flatMap(({ guides }) => guides.map(([id]) => id)));
  assert.deepEqual([...listed].sort(), content.guides.map(({ id }) => id).sort());
  const { contents: one } = cutIndex(site.index, site.titles);
  assert.equal(one.length, 1, 'fewer guides than a bucket has are one bucket');
});

test('cutOnce cuts an index again only when it is another one', () => {
  const cut = cutOnce(site.index, site.titles);
  assert.deepEqual(cut, cutIndex(site.index, site.titles));
  assert.equal(cutOnce(site.index, site.titles), cut);
  const [first, ...guides] = site.index.guides;
  const fewer = cutOnce({ ...site.index, guides }, site.titles);
  assert.ok(fewer.contents.every((part) => part.guides.every(([id]) => id !== first!.id)));
});

test('a bucket has of its guides all that finds them, and the titles but for what causes are chosen by', () => {
  const { contents } = cutIndex(site.index, site.titles);
  const [file] = contents as [(typeof contents)[number]];
  const unpacked = unpackBucket({ version: 2, guides: file.guides });
  for (const { guide, titles } of unpacked) {
    const own = site.index.guides.find(({ id }) => id === guide.id)!;
    const { words, causes, ...rest } = guide;
    assert.deepEqual({ ...rest, causes: withoutEmpty(causes) }, { ...own, causes: withoutEmpty(own.causes) });
    assert.equal(words!.length, own.messages.length);
    const shown = site.titles.find(({ id }) => id === guide.id)!;
    assert.deepEqual(titles, {
      ...shown,
      causes: shown.causes.map(({ id, title, fix }) => ({ id, title, fix, short: '', sign: '' })),
    });
  }
  assert.equal(unpacked.length, content.guides.length);
});

test('BucketedIndex has the whole titles of its guides when the choices are loaded, each bucket once', async () => {
  const { asked, load, bucketedIndex } = bucketed(site, 4);
  const [first, ...others] = recorded(content) as [string];
  await load(first);
  await bucketedIndex.loadChoices();
  const numbers = asked.filter((path) => path.startsWith('match/buckets/'));
  assert.deepEqual(
    asked.filter((path) => path.startsWith('match/choices/')),
    numbers.map((path) => path.replace('buckets', 'choices')),
  );
  for (const text of others) await load(text);
  await bucketedIndex.loadChoices();
  await bucketedIndex.loadChoices();
  assert.equal(new Set(asked).size, asked.length);
  for (const [id, titles] of bucketedIndex.titles)
    assert.deepEqual(
      titles,
      site.titles.find((shown) => shown.id === id),
    );
  assert.ok(bucketedIndex.titles.size > content.guides.length / 2);
});

test('loadSite reads the whole index of a site in buckets, and none of them', async () => {
  const asked: string[] = [];
  const files = bucketFiles(site.index, site.titles, 4);
  const loaded = await loadSite((path) => {
    asked.push(path);
    return Promise.resolve(files.get(path));
  });
  assert.deepEqual(loaded.index, site.index);
  assert.deepEqual([...loaded.titles.values()], site.titles);
  assert.deepEqual(asked, ['match/index.json', 'match/whole/index.json', 'match/whole/titles.json']);
});

test('BucketedIndex asks for nothing when no guide has a name, a code or a word of the text', async () => {
  const frameworks = [{ id: 'shop', language: 'python', packages: [] }];
  const { asked, load } = bucketed({ index: { frameworks, guides: others }, titles: [] }, 4);
  const trace = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\nQxzzyError: ';
  await load(`${trace}vwxqk jjqqz`);
  assert.deepEqual(asked, []);
  await load(`${trace}O_7`);
  assert.notDeepEqual(asked, []);
});

test('BucketedIndex asks for the same buckets with the same decoys each time, and once only', async () => {
  const [text] = recorded(content) as [string];
  const first = bucketed(site, 4);
  const second = bucketed(site, 4);
  await first.load(text);
  await first.load(text);
  await second.load(text);
  assert.ok(first.asked.length >= 2);
  assert.deepEqual(first.asked, second.asked);
  assert.equal(new Set(first.asked).size, first.asked.length);
});

test('BucketedIndex can load a bucket again when it could not be read', async () => {
  const files = bucketFiles(site.index, site.titles, 4);
  let isDown = true;
  const bucketed = new BucketedIndex(files.get('match/index.json') as PublishedBuckets, (path) =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(files.get(path)),
  );
  const [text] = recorded(content) as [string];
  await assert.rejects(bucketed.load(textKeys(text)), { message: 'down' });
  isDown = false;
  await bucketed.load(textKeys(text));
  assert.deepEqual(matchText(text, bucketed.index), matchText(text, publishedWhole(site)));
});

/** Compares what texts find, each with no bucket but its own and their decoys. @returns what each asked for */
async function compare(site: Site, leastGuides: number, texts: string[]): Promise<number[][]> {
  const whole = publishedWhole(site);
  const files = bucketFiles(site.index, site.titles, leastGuides);
  const all: number[][] = [];
  for (const text of texts) {
    const { asked, load, index } = bucketed(site, leastGuides, files);
    await load(text);
    assert.deepEqual(matchText(text, index()), matchText(text, whole), text);
    all.push(asked.map((path) => Number(/\d+/.exec(path)![0])));
  }
  return all;
}

function bucketed(
  site: Site,
  leastGuides: number,
  files = bucketFiles(site.index, site.titles, leastGuides),
) {
  const asked: string[] = [];
  const bucketedIndex = new BucketedIndex(files.get('match/index.json') as PublishedBuckets, (path) => {
    asked.push(path);
    return Promise.resolve(files.get(path));
  });
  const load = (text: string) => bucketedIndex.load(textKeys(text));
  return { asked, load, bucketedIndex, index: () => bucketedIndex.index };
}

/** The index as its one file is read. */
const publishedWhole = ({ index }: Site) => readIndex({ version: 1, ...index });

/** Causes without the lists of signals that are empty. */
const withoutEmpty = (causes: MatchGuide['causes']) =>
  Object.entries(causes).map(([id, signals]) => [
    id,
    Object.fromEntries(Object.entries(signals).filter(([, list]) => list.length > 0)),
  ]);

const recorded = ({ guides }: Content) =>
  guides.flatMap(({ causes }) =>
    causes.flatMap(({ recorded }) => recorded.flatMap(({ trace }) => (trace === undefined ? [] : [trace]))),
  );

/** The messages of all guides, as they are pasted without a trace. */
const messages = ({ guides }: Content) =>
  guides.flatMap(({ frontmatter }) =>
    frontmatter.messages.map(({ text }) => text.replace(/\{[^{}]*\}/g, '7')),
  );
