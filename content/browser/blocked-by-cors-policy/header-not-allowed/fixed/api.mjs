import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    response.setHeader('Access-Control-Allow-Headers', 'Authorization');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const isKnown = request.headers.authorization === 'Bearer abc';
    response.writeHead(isKnown ? 200 : 401).end('[7, 8]');
  });
}
