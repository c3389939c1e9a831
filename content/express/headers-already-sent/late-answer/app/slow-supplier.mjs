import { once } from 'node:events';
import { createServer } from 'node:http';

/** Starts a supplier that needs 600 milliseconds for every answer. Returns its address and how to stop it. */
export async function startSlowSupplier() {
  const server = createServer((request, response) => setTimeout(() => response.end('4'), 600));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/TB-100`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
