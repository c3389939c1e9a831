const Redis = require('ioredis');

const client = new Redis(47643, '127.0.0.1');

async function push(key) {
  await client.set(key, 'one');
  return client.lpush(key, 2);
}

push('names').finally(() => client.disconnect());
