import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createApi } from './api.mjs';
import { openBrowser } from './open-browser.mjs';

const types = { '/': 'text/html', '/shop.js': 'text/javascript' };

/** Serves the shop's page and its API at two origins, and stops both after `use`. */
export async function withServers(use) {
  const site = await listen(createServer(servePage));
  const api = await listen(createApi(site.origin));
  try {
    return await use(site.origin, api.origin);
  } finally {
    site.server.close();
    api.server.close();
  }
}

/** Opens the page and returns what it shows, and what the browser's console says. */
export async function visitShop(siteOrigin, apiOrigin) {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${siteOrigin}/?api=${apiOrigin}`);
    const shown = page.locator('[data-done]');
    await shown.waitFor();
    return { shown: await shown.textContent(), errors };
  } finally {
    await browser.close();
  }
}

async function servePage(request, response) {
  const { pathname } = new URL(request.url, 'http://shop');
  if (!types[pathname]) return response.writeHead(404).end();
  const file = pathname === '/' ? 'index.html' : pathname.slice(1);
  response.setHeader('Content-Type', types[pathname]);
  response.end(await readFile(new URL(`page/${file}`, import.meta.url)));
}

async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}
