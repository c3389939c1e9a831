import { talk } from './connection.ts';

/** Says hello, which every driver does first, and reads the answer's `ok`. Source: MongoDB's manual, "Wire Protocol". */
export function checkReady(port: number): Promise<void> {
  return talk(port, async ({ read, write }) => {
    write(message(document(int32('hello', 1), string('$db', 'admin'))));
    const header = await read(16);
    const body = await read(header.readInt32LE(0) - 16);
    if (header.readInt32LE(12) !== OP_MSG || !body.includes(OK)) throw new Error('it does not say hello');
  });
}

const OP_MSG = 2013;

/** The double 1.0 with the name "ok". */
const OK = Buffer.from('\u0001ok\0\0\0\0\0\0\0\u00f0\u003f', 'latin1');

function message(section: Buffer): Buffer {
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + section.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, section]);
}

function document(...fields: Buffer[]): Buffer {
  const content = Buffer.concat([...fields, Buffer.alloc(1)]);
  return Buffer.concat([littleEndian(content.length + 4), content]);
}

function int32(name: string, value: number): Buffer {
  return Buffer.concat([Buffer.from(`\u0010${name}\0`), littleEndian(value)]);
}

function string(name: string, text: string): Buffer {
  return Buffer.concat([
    Buffer.from(`\u0002${name}\0`),
    littleEndian(Buffer.byteLength(text) + 1),
    Buffer.from(`${text}\0`),
  ]);
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
