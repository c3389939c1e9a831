import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('["TB-100"]');
  });
}
