import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchText, matchTextInSources } from '../../src/match/index.ts';
import { scan } from '../../src/match/scan.ts';
import type { MatchGuide, MatchIndex } from '../../src/match/types.ts';

const trace =
  'ShopError: the article 7 of this shop has no price yet\n    at load (/app/main.js:3:9)\n    at run (/app/main.js:9:1)\n';

function indexOf(...guides: Partial<MatchGuide>[]): MatchIndex {
  return {
    frameworks: [{ id: 'shop', language: 'javascript', packages: [] }],
    guides: guides.map((guide, i) => ({
      id: `shop/guide-${i}`,
      exceptions: [],
      messages: [],
      codes: [],
      causes: {},
      ...guide,
    })),
  };
}

const exact = indexOf({
  exceptions: ['ShopError'],
  messages: ['the article {id} of this shop has no price yet'],
});
const weak = indexOf({ messages: ['the article {id} of this shop has no price yet'] });
const own = (index: MatchIndex) => ({ index, prefix: '' });
const other = (index: MatchIndex) => ({ index, prefix: 'https://other.example/' });
const guidesOf = (found: ReturnType<typeof matchTextInSources>) =>
  found.flatMap(({ hits }) => hits.map(({ guide, confidence }) => `${guide} ${confidence}`));

test('matchTextInSources puts the own guide first when another site has one of the same confidence', () => {
  assert.deepEqual(guidesOf(matchTextInSources(trace, [own(exact), other(exact)])), [
    'shop/guide-0 exact',
    'https://other.example/shop/guide-0 exact',
  ]);
});

test('matchTextInSources puts a guide of another site first when it fits with more confidence', () => {
  assert.notEqual(matchText(trace, weak)[0]!.hits[0]!.confidence, 'exact');
  const [first, second] = guidesOf(matchTextInSources(trace, [own(weak), other(exact)]));
  assert.equal(first, 'https://other.example/shop/guide-0 exact');
  assert.match(second!, /^shop\/guide-0 /);
});

test('matchTextInSources leaves the hits of a site as they are when another site has more to say', () => {
  const suppressing = indexOf(
    { exceptions: ['ShopError'], messages: ['the article 7 of this shop has no price yet'] },
    { exceptions: ['ShopError'], messages: ['the article 7 of this shop has no {thing} yet'] },
  );
  const hits = matchTextInSources(trace, [own(exact), other(suppressing)])[0]!.hits;
  const alone = matchText(trace, exact)[0]!.hits;
  assert.deepEqual(
    hits.filter(({ guide }) => !guide.startsWith('https:')),
    alone,
  );
});

test('matchTextInSources finds a message without a type when only another site knows it', () => {
  const [found] = matchTextInSources('the article 7 of this shop has no price yet', [
    own(indexOf()),
    other(weak),
  ]);
  assert.equal(found?.hits[0]?.guide, 'https://other.example/shop/guide-0');
});

test('scan matches a log with all sources as a text is matched', async () => {
  const sources = [own(weak), other(exact)];
  const { groups } = await scan(['INFO started\n'.repeat(30_000), trace], sources);
  assert.deepEqual(
    groups.flatMap(({ hits }) => hits.map(({ guide }) => guide)),
    matchTextInSources(trace, sources).flatMap(({ hits }) => hits.map(({ guide }) => guide)),
  );
});
