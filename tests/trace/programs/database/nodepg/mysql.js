const { createConnection } = require('mysql2/promise');

async function order(connection, customer) {
  await connection.execute('INSERT INTO orders (customer) VALUES (?)', [customer]);
}

async function main() {
  const connection = await createConnection({ host: '127.0.0.1', port: 47642, user: 'shop', password: 'for a test', database: 'shop' });
  try {
    await order(connection, 99);
  } finally {
    connection.destroy();
  }
}

main();
