import { createServer } from 'node:http';
import { visit } from './visitors.js';
import { pageOf } from './pages.js';

const server = createServer((request, response) => response.end(pageOf(request.url)));
server.listen(4125, '127.0.0.1', async () => {
  console.log('The shop is listening on http://127.0.0.1:4125');
  await visit('http://127.0.0.1:4125', 6_000);
  console.log('All visitors were served.');
  server.close();
});
