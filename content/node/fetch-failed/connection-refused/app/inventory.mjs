import { createServer } from 'node:http';
import { once } from 'node:events';

/** Stands in for the inventory service: starts on a port after some milliseconds, as a container would. */
export function startInventory(port, afterMilliseconds) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ sku: request.url.split('/').at(-1), pieces: 12 }));
  });
  setTimeout(() => server.listen(port, '127.0.0.1'), afterMilliseconds).unref();
  return server.unref();
}

/** Finds a port that nothing listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
