import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const read = (name) => readFileSync(new URL(name, import.meta.url));

/** Stands in for the inventory service, with a certificate that it signed itself; returns its address. */
export async function startInventory(cert = read('certificate.pem'), key = read('key.pem')) {
  const server = createServer({ cert, key }, (request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ sku: request.url.split('/').at(-1), pieces: 12 }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  return `https://127.0.0.1:${server.address().port}`;
}
