import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    const isKnown = request.method === 'PUT' && request.url.startsWith('/stock/');
    response.writeHead(isKnown ? 204 : 404).end();
  });
}
