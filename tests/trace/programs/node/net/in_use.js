const { createServer } = require('node:http');

function listen() {
  return createServer((request, response) => response.end('hello')).listen(47611, '127.0.0.1');
}

listen().once('listening', listen);
setTimeout(() => process.exit(1), 500).unref();
