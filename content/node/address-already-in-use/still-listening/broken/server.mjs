import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const server = createServer((request, response) => response.end('TB-100'));
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send('open'));

process.on('SIGTERM', async () => {
  process.send('stopping');
  await saveOpenOrders();
  process.exit();
});

async function saveOpenOrders() {
  await sleep(1_500);
}
