import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { talk, type Connection } from './connection.ts';

const [USER, PASSWORD, DATABASE] = ['app', 'app', 'app'];

/** Signs in as a program does and makes a query. Source: PostgreSQL's manual, frontend/backend protocol 3.0. */
export function checkReady(port: number): Promise<void> {
  return talk(port, async (connection) => {
    const version = Buffer.from([0, 3, 0, 0]);
    const names = Buffer.from(`user\0${USER}\0database\0${DATABASE}\0\0`);
    connection.write(withLength(Buffer.concat([version, names])));
    await signIn(connection);
    connection.write(message('Q', Buffer.from('SELECT 1\0')));
    await readUntil(connection, 'D');
    await readUntil(connection, 'Z');
    connection.write(message('X', Buffer.alloc(0)));
  });
}

/** SCRAM-SHA-256. Source: RFC 5802 and RFC 7677. */
async function signIn(connection: Connection): Promise<void> {
  await authentication(connection, 10);
  const first = `n=,r=${randomBytes(18).toString('base64')}`;
  const response = Buffer.from(`n,,${first}`);
  connection.write(message('p', Buffer.concat([Buffer.from('SCRAM-SHA-256\0'), withLength(response, 0)])));

  const challenge = (await authentication(connection, 11)).toString();
  const [, nonce, salt, iterations] = /^r=([^,]*),s=([^,]*),i=(\d+)/.exec(challenge) ?? [];
  if (!nonce || !salt) throw new Error(`unexpected challenge ${challenge}`);
  const salted = pbkdf2Sync(PASSWORD!, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest();
  const last = `c=biws,r=${nonce}`;
  const signature = createHmac('sha256', storedKey).update(`${first},${challenge},${last}`).digest();
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!));
  connection.write(message('p', Buffer.from(`${last},p=${proof.toString('base64')}`)));

  await authentication(connection, 12);
  await authentication(connection, 0);
  await readUntil(connection, 'Z');
}

async function authentication(connection: Connection, step: number): Promise<Buffer> {
  const body = await readUntil(connection, 'R');
  if (body.readInt32BE(0) !== step) throw new Error(`unexpected authentication step ${body.readInt32BE(0)}`);
  return body.subarray(4);
}

/** Reads messages up to one of a type and returns its body. */
async function readUntil({ read }: Connection, wanted: string): Promise<Buffer> {
  for (;;) {
    const head = await read(5);
    const body = await read(head.readInt32BE(1) - 4);
    const type = head.toString('latin1', 0, 1);
    if (type === 'E') throw new Error(/\0M([^\0]*)/.exec(`\0${body}`)?.[1] ?? 'the server reports an error');
    if (type === wanted) return body;
  }
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), withLength(body)]);
}

/** Puts a length before some bytes, which counts itself as four. */
function withLength(body: Buffer, own = 4): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + own);
  return Buffer.concat([length, body]);
}
