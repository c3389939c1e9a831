import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    response.setHeader('Content-Type', 'application/json');
    response.end('{"left":4}');
  });
}
