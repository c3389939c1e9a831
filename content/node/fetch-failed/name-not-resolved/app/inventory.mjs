import { createServer } from 'node:http';
import { once } from 'node:events';

/** Stands in for the inventory service; returns its address. */
export async function startInventory() {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ sku: request.url.split('/').at(-1), pieces: 12 }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}
