import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'PUT');
      return response.writeHead(204).end();
    }
    const isKnown = request.method === 'PUT' && request.url.startsWith('/stock/');
    response.writeHead(isKnown ? 204 : 404).end();
  });
}
