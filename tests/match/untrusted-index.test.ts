import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GuideTitles, MatchIndex } from '../../src/match/types.ts';
import { cleanText, sanitizeIndex, sanitizeTitles } from '../../src/match/untrusted-index.ts';
import { readNames } from '../../src/search/others/read-names.ts';

const guide = { id: 'shop/price', exceptions: ['PriceError'], messages: [], codes: [], causes: { low: {} } };
const cause = { id: 'low', title: 'Low', short: 'Low', sign: 'PriceError', fix: 'Raise it.' };
const index = (...guides: unknown[]) => ({ frameworks: [], guides }) as MatchIndex;

test('sanitizeIndex keeps a guide when it is well formed', () => {
  assert.deepEqual(sanitizeIndex(index(guide)), { frameworks: [], guides: [guide] });
});

test('sanitizeIndex leaves out what is malformed', () => {
  const found = sanitizeIndex(
    index({ ...guide, id: '../../x' }, { ...guide, id: 'javascript:alert(1)' }, { ...guide, id: 7 }, null, {
      ...guide,
      exceptions: ['PriceError', 7, 'x'.repeat(501)],
      messages: 'no list',
      causes: {
        'x"onclick=1': { message: ['a'] },
        low: { message: ['no price', {}], html: ['<b>'], near: 'x' },
        __proto__: { message: ['a'] },
      },
    }),
  );
  assert.deepEqual(found?.guides, [{ ...guide, causes: { low: { message: ['no price'], near: [] } } }]);
});

test('sanitizeIndex takes so many guides and texts at most', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ ...guide, id: `shop/price-${i}` }));
  const names = Array.from({ length: 10_000 }, (_, i) => `Error${i}`);
  assert.equal(sanitizeIndex(index(...many))?.guides.length, 2000);
  assert.equal(sanitizeIndex(index({ ...guide, exceptions: names }))?.guides[0]?.exceptions.length, 50);
});

test('sanitizeTitles keeps what is well formed, and leaves out the rest', () => {
  const titles = [{ id: 'shop/price', title: 'Price', causes: [cause] }];
  assert.deepEqual(sanitizeTitles(titles), titles);
  const malformed = [
    { ...titles[0], id: '//evil.example' },
    {
      ...titles[0],
      language: '" onload="',
      causes: [
        { ...cause, fix: 7 },
        { ...cause, question: {} },
      ],
    },
  ];
  assert.deepEqual(sanitizeTitles(malformed as unknown as GuideTitles[]), titles);
});

test('cleanText drops what a page cannot show and what turns the direction', () => {
  assert.equal(cleanText(' a\u202eb\u0000c\ud800\n\nd\u2066 '), 'abc d');
  assert.equal(cleanText('x'.repeat(9999)).length, 500);
});

test('readNames reads version 1 only, and leaves out what is malformed', () => {
  const entry = {
    id: 'shop/price',
    title: 'Price',
    framework: 'Shop',
    summary: 'A price.',
    names: ['PriceError'],
    messages: [],
    causes: [{ ...cause, signals: ['no price'] }],
    questions: [{ id: 'why', question: 'Why?' }],
  };
  assert.deepEqual(readNames({ version: 1, guides: [entry, { ...entry, id: '//evil' }, 7] }), [entry]);
  assert.deepEqual(readNames({ version: 2, guides: [entry] }), []);
  assert.deepEqual(readNames('x'), []);
});
