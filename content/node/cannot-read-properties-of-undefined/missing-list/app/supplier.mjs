import { once } from 'node:events';
import { createServer } from 'node:http';

/** Stands in for the supplier, which answers only those who have a valid token; returns its address. */
export async function startSupplier() {
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === 'Bearer valid';
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(isKnown ? '{"orders":[{"number":7},{"number":8}]}' : '{"error":"The token has expired."}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}

export class SupplierError extends Error {}
