const { Client } = require('pg');

async function add(client, mail) {
  await client.query('INSERT INTO customers (mail) VALUES ($1)', [mail]);
}

async function main() {
  const client = new Client({ host: '127.0.0.1', port: 47641, user: 'shop', database: 'shop' });
  await client.connect();
  try {
    await add(client, 'ada@example.org');
  } finally {
    await client.end();
  }
}

main();
