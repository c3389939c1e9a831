import { createServer } from 'node:http';

/** Like many frameworks, it sends an address without its last slash on to the one with it. */
export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    response.setHeader('Access-Control-Allow-Methods', 'PUT');
    if (request.url.endsWith('/')) return response.writeHead(204).end();
    response.writeHead(301, { Location: `${request.url}/` }).end();
  });
}
