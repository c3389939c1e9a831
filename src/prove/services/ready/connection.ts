import { connect } from 'node:net';

/** A connection to a server, read in as many bytes as its protocol says. */
export type Connection = {
  read(bytes: number): Promise<Buffer>;
  write(data: Buffer | string): void;
};

const MILLISECONDS = 5000;

/**
 * Talks to a server on a loopback port and hangs up.
 * Rejects when nothing listens, when the server hangs up, and after five seconds.
 */
export async function talk(
  port: number,
  conversation: (connection: Connection) => Promise<void>,
): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setTimeout(MILLISECONDS, () => socket.destroy(new Error('no answer came')));
  const bytes = socket[Symbol.asyncIterator]();
  let buffer = Buffer.alloc(0);
  try {
    await conversation({
      async read(length) {
        while (buffer.length < length) {
          const { value, done } = await bytes.next();
          if (done) throw new Error('the connection was closed');
          buffer = Buffer.concat([buffer, value as Buffer]);
        }
        const data = buffer.subarray(0, length);
        buffer = buffer.subarray(length);
        return data;
      },
      write: (data) => void socket.write(data),
    });
  } finally {
    socket.on('error', () => {}).end();
    socket.destroySoon();
  }
}
