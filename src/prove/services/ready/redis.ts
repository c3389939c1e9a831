import { talk } from './connection.ts';

/** Asks the server for a PONG: while it loads its data it says LOADING. Source: redis.io, RESP. */
export function checkReady(port: number): Promise<void> {
  return talk(port, async ({ read, write }) => {
    write('PING\r\n');
    const answer = (await read(7)).toString();
    if (answer !== '+PONG\r\n') throw new Error(`the answer to PING is ${JSON.stringify(answer)}`);
  });
}
