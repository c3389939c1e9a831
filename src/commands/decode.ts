import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bytes as text: unpacked if they are a gzip file; UTF-8, or UTF-16 where the first two bytes say so, as PowerShell writes it. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of unpacked(chunks)) {
    const isFirst = decoder === undefined;
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (isFirst && isBinary(text)) throw new NotText();
    yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

/** A log that was put aside is often a gzip file. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // What goes wrong on the way is thrown where the last stream is read.
  yield* isPacked ? pipeline(Readable.from(whole), createGunzip(), () => {}) : whole;
}

/** What is thrown for a program, an image or an archive of files. */
export class NotText extends Error {}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** One character of ten is none of text. NUL is not counted: a log that was cut off while it was open begins with many. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 8_000).replaceAll('\0', '');
  // oxlint-disable-next-line no-control-regex
  const strange = head.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange > head.length / 10;
}
