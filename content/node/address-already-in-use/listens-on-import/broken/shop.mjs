import { createServer } from 'node:http';

export function createShop() {
  return createServer((request, response) => response.end('TB-100'));
}

createShop().listen(4010, '127.0.0.1').unref();
