import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfStream } from '../../src/search/others/other-site.ts';

const streamOf = (...parts: Uint8Array<ArrayBuffer>[]) => new Blob(parts).stream();

test('textOfStream decodes a character that two pieces share', async () => {
  const bytes = new TextEncoder().encode('Größe');
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  assert.equal(await textOfStream(stream, () => true), 'Größe');
});

test('textOfStream reads no more and rejects when there is no room', async () => {
  let pulled = 0;
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel: () => void (isCancelled = true),
  });
  let left = 5000;
  await assert.rejects(
    textOfStream(endless, (bytes) => (left -= bytes) >= 0),
    /too much/,
  );
  assert.ok(pulled <= 8, `${pulled}`);
  assert.ok(isCancelled);
});

test('textOfStream gives an empty text when there is nothing', async () => {
  assert.equal(await textOfStream(streamOf(), () => true), '');
});
