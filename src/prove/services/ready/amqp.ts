import { talk, type Connection } from './connection.ts';

/** Signs in as guest and opens the virtual host "/". Source: AMQP 0-9-1, its class "connection" (10). */
export function checkReady(port: number): Promise<void> {
  return talk(port, async (connection) => {
    connection.write(Buffer.from('AMQP\0\0\u0009\u0001', 'latin1'));
    await readMethod(connection, START);
    const noProperties = Buffer.alloc(4);
    writeMethod(connection, START_OK, noProperties, short('PLAIN'), long('\0guest\0guest'), short('en_US'));
    const limits = await readMethod(connection, TUNE);
    writeMethod(connection, TUNE_OK, limits);
    writeMethod(connection, OPEN, short('/'), short(''), Buffer.alloc(1));
    await readMethod(connection, OPEN_OK);
    writeMethod(connection, CLOSE, Buffer.from([0, 200]), short(''), Buffer.alloc(4));
    await readMethod(connection, CLOSE_OK);
  });
}

const [START, START_OK, TUNE, TUNE_OK, OPEN, OPEN_OK, CLOSE, CLOSE_OK] = [10, 11, 30, 31, 40, 41, 50, 51];
const FRAME_END = 0xce;

/** Reads one method of the class and returns its arguments. */
async function readMethod({ read }: Connection, wanted: number | undefined): Promise<Buffer> {
  const head = await read(7);
  const payload = await read(head.readUInt32BE(3) + 1);
  const method = payload.readUInt16BE(2);
  if (method !== wanted) throw new Error(`expected method ${wanted} of the connection, found ${method}`);
  return payload.subarray(4, -1);
}

function writeMethod({ write }: Connection, method: number | undefined, ...parts: Buffer[]): void {
  const payload = Buffer.concat([Buffer.from([0, 10, 0, method!]), ...parts]);
  const head = Buffer.alloc(7);
  head.writeUInt8(1, 0);
  head.writeUInt32BE(payload.length, 3);
  write(Buffer.concat([head, payload, Buffer.from([FRAME_END])]));
}

function short(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
}

function long(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}
