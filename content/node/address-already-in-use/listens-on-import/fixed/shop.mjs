import { createServer } from 'node:http';

export function createShop() {
  return createServer((request, response) => response.end('TB-100'));
}

if (process.argv[1] === import.meta.filename) createShop().listen(4010, '127.0.0.1');
