import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.mjs';

/** Restarts the shop as a deployment does: it asks the old process to stop and starts the new one. */
export async function restart(port) {
  const old = await start(port);
  old.kill('SIGTERM');
  await once(old, 'message');
  const shop = fork('./server.mjs', [String(port)]);
  const [reason] = await Promise.race([once(shop, 'message'), once(shop, 'exit')]);
  shop.kill('SIGKILL');
  return reason === 'open';
}

async function start(port) {
  const shop = fork('./server.mjs', [String(port)]);
  await once(shop, 'message');
  return shop;
}

if (process.argv[1] === import.meta.filename) {
  const isOpen = await restart(await freePort());
  console.log(isOpen ? 'The new shop is open.' : 'The new shop did not start.');
  process.exitCode = isOpen ? 0 : 1;
}
