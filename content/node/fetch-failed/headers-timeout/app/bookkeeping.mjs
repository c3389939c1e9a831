import { once } from 'node:events';
import { createServer } from 'node:http';

/** Stands in for the bookkeeping service, which says nothing until its report is ready; returns its address. */
export async function startBookkeeping(milliseconds = 3_500) {
  const server = createServer((request, response) => {
    setTimeout(() => response.end('{"turnover":1900}'), milliseconds);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}
