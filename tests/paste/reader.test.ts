import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WHOLE } from '../../src/match/scan.ts';
import type { GuideTitles, MatchGuide, MatchIndex } from '../../src/match/types.ts';
import { NOT_TEXT, type WorkerResponse } from '../../src/paste/worker/protocol.ts';
import { makeReader } from '../../src/paste/worker/reader.ts';
import { bucketFiles } from '../match/published-files.ts';

const guide = { exceptions: [], messages: [], codes: [], causes: {} };
const guides: MatchGuide[] = Array.from({ length: 40 }, (_, i) => ({
  ...guide,
  id: `shop/lamp-${i}`,
  exceptions: [`shop.Lamp${i}Error`],
}));
guides.push({ ...guide, id: 'shop/shade', messages: ['no lampshade fits'] });
const causes = { first: { message: ['first bulb {name}'] }, second: { near: ['second socket {name}'] } };
guides.push({ ...guide, id: 'shop/bulb', exceptions: ['shop.BulbError'], causes });
const index: MatchIndex = { frameworks: [{ id: 'shop', language: 'python', packages: [] }], guides };
const titles: GuideTitles[] = guides.map(({ id, causes }) => ({
  id,
  title: id,
  causes: Object.keys(causes).map((cause) => ({
    id: cause,
    title: `The ${cause} one`,
    short: cause,
    sign: `**${cause}**`,
    fix: `Mend the ${cause} one.`,
  })),
}));
const files = bucketFiles(index, titles, 1);

const trace =
  'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    go()\nshop.Lamp7Error: no\n';
const quiet = 'INFO shop GET /items 200\n';

let responses: WorkerResponse[];
let asked: string[];
/** Called before a bucket is answered for. */
let onBucket: () => Promise<void>;
const original = globalThis.fetch;

beforeEach(() => {
  responses = [];
  asked = [];
  onBucket = async () => {};
  globalThis.fetch = async (url) => {
    const path = String(url).replace('https://docs.example.org/', '');
    if (path !== 'match/index.json') {
      asked.push(path);
      await onBucket();
    }
    return Response.json(files.get(path));
  };
});
afterEach(() => {
  globalThis.fetch = original;
});

/** A reader that has loaded the index, and may ask for buckets. */
async function loadedReader(onResponse: (response: WorkerResponse) => void = () => {}) {
  const read = makeReader((response) => {
    responses.push(response);
    onResponse(response);
  });
  await read({ base: 'https://docs.example.org/', others: [] });
  await read({ announced: true });
  assert.deepEqual(responses.splice(0), [{ inBuckets: true }]);
  return read;
}

const answers = () => responses.filter((response) => 'items' in response);
const shares = () => responses.flatMap((response) => ('share' in response ? response.share : []));

test('the reader says what is wrong with a file when the index is in buckets', async () => {
  const read = await loadedReader();
  await read({ turn: 1, file: new Blob([new Uint8Array([1, 0, 2])]) });
  assert.deepEqual(responses.splice(0), [{ failed: 'file', turn: 1, reason: NOT_TEXT }]);
  const packed = gzipSync(trace);
  await read({ turn: 2, file: new Blob([packed.subarray(0, packed.length / 2)]) });
  const [failed] = responses.splice(0);
  assert.ok(failed && 'reason' in failed && failed.failed === 'file' && failed.turn === 2);
});

test('the reader finds the guides of a packed file, and of a message in one, when the index is in buckets', async () => {
  const read = await loadedReader();
  for (const [turn, text, guide] of [
    [1, quiet.repeat(20_000) + trace, 'shop/lamp-7'],
    [2, 'no lampshade fits', 'shop/shade'],
  ] as const) {
    await read({ turn, file: new Blob([gzipSync(text)]) });
    const [answer] = answers().splice(-1);
    assert.equal(answer?.items[0]?.hits[0]?.guide, guide);
  }
});

test('the reader asks for no bucket when a small packed file without an error has a long text', async () => {
  const read = await loadedReader();
  // As few lines as a message has.
  const text = `no lampshade fits${'\n'.repeat(WHOLE)}`;
  const file = new Blob([gzipSync(text)]);
  assert.ok(file.size < WHOLE);
  await read({ turn: 1, file });
  assert.equal(answers()[0]?.items.length, 0);
  assert.deepEqual(asked, []);
});

test('the reader reports half of the work on a file while it looks for the buckets', async () => {
  const read = await loadedReader();
  await read({ turn: 1, file: new Blob([quiet.repeat(100_000), trace]) });
  assert.ok(shares().some((share) => share > 0 && share <= 0.5));
  assert.deepEqual(
    shares(),
    shares().toSorted((a, b) => a - b),
  );
});

test('the reader asks for no bucket when a file is cancelled while it looks for them', async () => {
  const read = await loadedReader((response) => 'share' in response && void read({ cancel: 1 }));
  await read({ turn: 1, file: new Blob([trace, quiet.repeat(100_000)]) });
  assert.deepEqual(asked, []);
  assert.notEqual(answers()[0]?.cancelledAt, undefined);
});

test('the reader keeps quiet about a bucket that cannot be loaded when a newer text has been read', async () => {
  const read = await loadedReader();
  const held = Promise.withResolvers<void>();
  const isAsked = Promise.withResolvers<void>();
  onBucket = () => {
    isAsked.resolve();
    return held.promise;
  };
  const older = read({ turn: 1, text: trace });
  await isAsked.promise;
  await read({ turn: 2, text: 'xx' });
  held.reject(new Error('down'));
  await older;
  assert.deepEqual(
    responses.map((response) => ('turn' in response ? response.turn : response)),
    [2],
  );
});

test('the reader says that the guides cannot be loaded when a bucket is missing', async () => {
  const read = await loadedReader();
  onBucket = () => Promise.reject(new Error('down'));
  await read({ turn: 1, text: trace });
  assert.deepEqual(responses, [{ failed: 'index' }]);
});

const bulb = trace.replace('shop.Lamp7Error: no', 'shop.BulbError: broken');
/** The titles of the guide of the last answer. */
const shownTitles = () =>
  answers()
    .at(-1)
    ?.guides.map(({ id, title, causes }) => ({ id, title, causes }));
const choicesAsked = () => asked.filter((path) => path.startsWith('match/choices/'));

test('the reader asks for what causes are chosen by, of each bucket that it has, when an error does not tell its cause', async () => {
  for (const [text, cause] of [
    [bulb, null],
    [bulb.replace('broken', 'first bulb 7').concat('second socket 7\n'), 'first'],
  ] as const) {
    asked = [];
    const read = await loadedReader();
    await read({ turn: 1, text });
    assert.equal(answers().at(-1)?.items[0]?.hits[0]?.cause, cause);
    assert.deepEqual(
      shownTitles(),
      titles.filter(({ id }) => id === 'shop/bulb'),
    );
    const buckets = asked.filter((path) => path.startsWith('match/buckets/'));
    assert.deepEqual(
      choicesAsked(),
      buckets.map((path) => path.replace('buckets', 'choices')),
    );
    await read({ turn: 2, file: new Blob([text]) });
    assert.equal(choicesAsked().length, buckets.length, 'and asks once');
    responses = [];
  }
});

test('the reader asks for no choices when an error tells its cause, or has no guide', async () => {
  const read = await loadedReader();
  await read({ turn: 1, text: bulb.replace('broken', 'first bulb 7') });
  assert.equal(answers().at(-1)?.items[0]?.hits[0]?.cause, 'first');
  await read({ turn: 2, text: 'xx' });
  assert.deepEqual(choicesAsked(), []);
});

test('the reader says that the guides cannot be loaded when choices are missing, and asks again for the next text', async () => {
  const read = await loadedReader();
  onBucket = async () => {
    if (choicesAsked().length > 0) throw new Error('down');
  };
  await read({ turn: 1, text: bulb });
  assert.deepEqual(responses, [{ failed: 'index' }]);
  onBucket = async () => {};
  await read({ turn: 2, text: bulb });
  assert.deepEqual(
    shownTitles(),
    titles.filter(({ id }) => id === 'shop/bulb'),
  );
});
