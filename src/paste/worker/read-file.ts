import { NOT_TEXT } from './protocol.ts';

/**
 * The text of a file in pieces, never all of it at once: UTF-8, or UTF-16 where its first bytes say so; unpacked when
 * it is a gzip file.
 * @param onBytes called with the number of bytes of the file that have been read
 */
export async function* textOf(file: Blob, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  let bytes = 0;
  let paused = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        onBytes(bytes);
        controller.enqueue(chunk);
      },
    }),
  );
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  if (!isPacked && encodingOf(head) === 'utf-8' && head.includes(0)) throw new Error(NOT_TEXT);
  const plain = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = plain.pipeThrough(new TextDecoderStream(encodingOf(head))).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
      if (bytes - paused >= PAUSE_EVERY) {
        paused = bytes;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** Bytes that are looked at to tell text from other files. */
const HEAD = 4096;
/** A stream that always has more to give lets nothing else in, and nobody could cancel. */
const PAUSE_EVERY = 2_000_000;

/** PowerShell writes UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
