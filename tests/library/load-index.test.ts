import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadGuides, NoGuides } from '../../src/commands/guide-source.ts';
import { formats } from '../../src/library/formats/index.ts';
import { loadIndex, match, matchLog, UnreadableIndex } from '../../src/library/match.ts';
import { readTitles } from '../../src/match/published-index.ts';
import { rank } from '../../src/search/rank.ts';
import { serveFolder } from './site-server.ts';

const folder = (name: string) => join(import.meta.dirname, name);
const kept = (path: string) => JSON.parse(readFileSync(folder(path), 'utf8'));
const TEXT =
  'file:///app/price.mjs:9\n    throw new PriceError(x)\n          ^\n\nPriceError: -1 is not a price\n    at file:///app/price.mjs:9:11\n';
type Server = Awaited<ReturnType<typeof serveFolder>>;
let plain: Server;
let inBuckets: Server;

before(async () => {
  plain = await serveFolder(folder('version-1'));
  inBuckets = await serveFolder(folder('version-2-in-buckets'));
});
after(() => (plain.close(), inBuckets.close()));

test('match finds guide, cause, fix and address when the index of version 1 is loaded from its site', async () => {
  for (const source of [
    plain.url,
    plain.url.slice(0, -1),
    `${plain.url}match/index.json`,
    new URL(plain.url),
  ]) {
    const [found, ...more] = match(TEXT, await loadIndex(source));
    assert.deepEqual(more, []);
    const { evidence, ...hit } = found!.hits[0]!;
    assert.deepEqual(hit, {
      guide: 'shop/price-error',
      cause: 'negative',
      confidence: 'exact',
      url: `${plain.url}guides/shop/price-error/#negative`,
      title: 'PriceError: not a price',
      causeTitle: 'The price is negative',
      fix: 'Let a discount end at zero.',
    });
    assert.ok(evidence.some(({ kind, line }) => kind === 'message' && line === 5));
    assert.equal(found!.trace.exceptions[0]!.type, 'PriceError');
  }
});

test('loadIndex reads a parsed index.json alone, and knows the address of its site', async () => {
  const [found] = match(TEXT, await loadIndex(kept('version-1/match/index.json')));
  assert.deepEqual(found!.hits[0]!.url, 'https://shop.example/errors/guides/shop/price-error/#negative');
  assert.equal(found!.hits[0]!.title, undefined);
  const { $schema: _, version: __, ...before } = kept('version-1/match/index.json');
  const [older] = match(TEXT, await loadIndex(before));
  assert.equal(
    older!.hits[0]!.url,
    '/guides/shop/price-error/#negative',
    'an index from before the versions',
  );
});

test('loadIndex loads the whole index, whatever is matched later, when the index is cut into buckets', async () => {
  const site = await loadIndex(inBuckets.url);
  assert.deepEqual(inBuckets.asked.sort(), [
    'match/index.json',
    'match/whole/index.json',
    'match/whole/titles.json',
  ]);
  assert.deepEqual(
    site.index.guides.map(({ id }) => id),
    ['shop/price-error', 'shop/stock-error'],
  );
  const [found] = match('StockError: no lamp is left on the shelf', site);
  assert.deepEqual(
    [found!.hits[0]!.cause, found!.hits[0]!.fix],
    ['none-left', 'Order before the shelf is empty.'],
  );
  const fromDisk = await loadGuides(folder('version-2-in-buckets'), assert.fail);
  assert.deepEqual(fromDisk.index, site.index);
  await refuses(
    kept('version-2-in-buckets/match/index.json'),
    "The index is cut into buckets, which only its site has. Load it by the site's address.",
  );
});

test('matchLog tells each distinct error of a log once, whatever its chunks', async () => {
  const site = await loadIndex(plain.url);
  const log = `start\n${TEXT}${'tick\n'.repeat(60)}${TEXT.replace('-1', '-20')}`;
  const { groups, lines } = await matchLog(log.match(/[^]{1,7}/g)!, site);
  assert.equal(lines, log.split('\n').length - 1);
  assert.deepEqual(
    groups.map(({ count, first, hits }) => [count, first[0], hits[0]!.url]),
    [[2, 2, `${plain.url}guides/shop/price-error/#negative`]],
  );
});

test('a later index of version 1 is read without the fields that are not known', async () => {
  const index = kept('version-1/match/index.json');
  const [guide] = index.guides;
  guide.causes.negative.url = ['a place that signals may have one day'];
  guide.severity = 'high';
  const site = await loadIndex({ ...index, words: [1] });
  assert.equal(match(TEXT, site)[0]!.hits[0]!.cause, 'negative');
  assert.deepEqual(Object.keys(site.index.guides[0]!.causes['negative']!), ['message']);
});

test('loadIndex refuses what it cannot read in one sentence each that says what to do', async () => {
  const index = kept('version-1/match/index.json');
  const form = 'of the index has not the form of version 1. Build the site again.';
  await refuses(
    { ...index, version: 2 },
    'The index has version 2; version 1 can be read. Update this program.',
  );
  await refuses({}, "The index is not one of a site of guides. Name a site's match/index.json.");
  await refuses([], "The index is not one of a site of guides. Name a site's match/index.json.");
  await refuses({ ...index, guides: [...index.guides, { id: 'a/b' }] }, `guides[1] ${form}`);
  await refuses({ ...index, frameworks: [null] }, `frameworks[0] ${form}`);
  const [guide] = index.guides;
  await refuses({ ...index, guides: [{ ...guide, causes: { a: { near: 'x' } } }] }, `guides[0] ${form}`);
  await refuses('ftp://x', '"ftp://x" is no address. Name a site\'s, such as https://example.org/.');
  const missing = `${plain.url}nowhere/`;
  await refuses(missing, `${missing}match/index.json answered with 404. Check the address.`);
  const fetch = () => Promise.reject(new Error('no network'));
  await assert.rejects(loadIndex(plain.url, { fetch }), {
    name: 'UnreadableIndex',
    message: `${plain.url}match/index.json cannot be reached. Check the address and the network.`,
  });
  await assert.rejects(loadIndex(plain.url, { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('titles from before the versions are read as those of version 1', () => {
  const { guides } = kept('version-1/match/titles.json');
  assert.deepEqual(readTitles(guides), readTitles({ version: 1, guides }));
  assert.throws(() => readTitles({ version: 1, guides: [{ id: 'a/b' }] }), /^UnreadableIndex: guides\[0\] /);
});

test('the command line reads a kept site of version 1 from disk, and refuses a later version', async () => {
  const guides = await loadGuides(folder('version-1'), assert.fail);
  assert.equal(guides.titles.get('shop/price-error')!.title, 'PriceError: not a price');
  assert.equal(
    guides.address({ guide: 'shop/price-error', cause: 'missing' }),
    'https://shop.example/errors/guides/shop/price-error/#missing',
  );
  await assert.rejects(
    loadGuides(folder('version-1/match/titles.json'), assert.fail),
    (error) => error instanceof NoGuides && /is not one of a site of guides\./.test(error.message),
  );
});

test('the search and the schemas read the kept names and guides of version 1', () => {
  const [hit] = rank(kept('version-1/names.json').guides, 'PriceError');
  assert.equal(hit!.guide, 'shop/price-error');
  const { guides } = formats.guides.schema.parse(kept('version-1/guides.json'));
  assert.equal(guides[0]!.causes[0]!.fix, 'Let a discount end at zero.');
});

async function refuses(source: string | object, message: string): Promise<void> {
  await assert.rejects(loadIndex(source), (error) => {
    assert.ok(error instanceof UnreadableIndex);
    assert.equal(error.message, message);
    return true;
  });
}
