import { createServer } from 'node:http';

export function createApi(shopOrigin) {
  return createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', shopOrigin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.end('["TB-100"]');
  });
}
