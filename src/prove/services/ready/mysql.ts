import { createHash } from 'node:crypto';
import { talk, type Connection } from './connection.ts';

const [USER, PASSWORD, DATABASE] = ['app', 'app', 'app'];
const PLUGIN = 'mysql_native_password';
/** Connect with a database, protocol 4.1, secure connection, named authentication. */
const CAPABILITIES = 0x8 | 0x200 | 0x8000 | 0x80000;

/** Signs in as a program does and makes a query. Source: MariaDB's manual, client/server protocol. */
export function checkReady(port: number): Promise<void> {
  return talk(port, async (connection) => {
    const greeting = await readPacket(connection);
    const at = greeting.body.indexOf(0, 1) + 5;
    const salt = Buffer.concat([
      greeting.body.subarray(at, at + 8),
      greeting.body.subarray(at + 27, at + 39),
    ]);
    const head = Buffer.alloc(32);
    head.writeUInt32LE(CAPABILITIES, 0);
    head.writeUInt32LE(2 ** 24, 4);
    head.writeUInt8(33, 8);
    const proof = scramble(salt);
    const names = [`${USER}\0`, Buffer.from([proof.length]), proof, `${DATABASE}\0`, `${PLUGIN}\0`];
    writePacket(
      connection,
      greeting.number + 1,
      Buffer.concat([head, ...names.map((part) => Buffer.from(part))]),
    );

    let answer = await readPacket(connection);
    if (answer.body[0] === 0xfe) {
      const begin = answer.body.indexOf(0) + 1;
      writePacket(connection, answer.number + 1, scramble(answer.body.subarray(begin, begin + 20)));
      answer = await readPacket(connection);
    }
    if (answer.body[0] !== 0) throw new Error(`unexpected answer ${answer.body[0]}`);
    writePacket(connection, 0, Buffer.from('\u0003SELECT 1'));
    const { body } = await readPacket(connection);
    if (body[0] !== 1) throw new Error(`a query for one column returned ${body[0]}`);
    writePacket(connection, 0, Buffer.from([1]));
  });
}

/** SHA1(password) xor SHA1(salt + SHA1(SHA1(password))). */
function scramble(salt: Buffer): Buffer {
  const sha1 = (...parts: (Buffer | string)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha1')).digest();
  const once = sha1(PASSWORD!);
  const mask = sha1(salt, sha1(once));
  return Buffer.from(once.map((byte, index) => byte ^ mask[index]!));
}

async function readPacket({ read }: Connection): Promise<{ number: number; body: Buffer }> {
  const head = await read(4);
  const body = await read(head.readUIntLE(0, 3));
  if (body[0] === 0xff) throw new Error(body.toString('utf8', 3));
  return { number: head[3]!, body };
}

function writePacket({ write }: Connection, number: number, body: Buffer): void {
  const head = Buffer.alloc(4);
  head.writeUIntLE(body.length, 0, 3);
  head.writeUInt8(number, 3);
  write(Buffer.concat([head, body]));
}
