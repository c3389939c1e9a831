import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const api = await listen((_, response) => response.end('[]'));
const site = await listen((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(`<script>fetch('${api}').catch((error) => { throw error; }).finally(() => { document.title = 'done'; });</script>`);
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
const page = await browser.newPage();
page.on('console', (message) => console.log(message.text()));
page.on('pageerror', (error) => console.log(`Uncaught (in promise) ${error.name}: ${error.message}`));
await page.goto(site);
await page.waitForFunction(() => document.title === 'done');
await browser.close();
process.exit(1);

async function listen(handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}/`;
}
