import { expect as baseExpect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveSite } from '../../src/site/serve.ts';
import { temporaryProject } from '../guide/project.ts';
import { paste } from './clipboard.ts';

/** A worker keeps some sixty files before it is installed. */
const expect = baseExpect.configure({ timeout: 30_000 });

let root: string;
let site: Awaited<ReturnType<typeof serveSite>>;

test.describe.configure({ mode: 'default', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  root = await temporaryProject();
  await appendFile(join(root, 'content', 'site.yaml'), 'offline: true\n');
  await build();
  site = await serveSite(join(root, 'dist'), '/errors/', '127.0.0.1', 0);
});
test.afterAll(async () => {
  site.server.close();
  site.server.closeAllConnections();
  await rm(root, { recursive: true, force: true });
});

/** Builds beside the server, which goes on answering. */
const build = () =>
  promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });

/** How many pages all caches of the site hold of a path. */
const kept = (path: string) =>
  caches.match(new URL(path, document.baseURI)).then((response) => response !== undefined);

test('after a visit, guides, names and the matcher work offline', async ({ page, context }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(kept, '/errors/guides/shop/price-error/')).toBe(true);
  await context.setOffline(true);

  await page.goto(`${site.url}guides/shop/price-error/#missing`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('PriceError');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).letterSpacing)).not.toBe(
    'normal',
  );

  await page.goto(`${site.url}exceptions/`);
  await expect(page.locator('main')).toContainText('PriceError');
  await page.goto(`${site.url}search/?q=PriceError`);
  await expect(page.locator('.results a').first()).toHaveAttribute('href', /\/guides\/shop\/price-error\//);

  await page.goto(`${site.url}match/`);
  await paste(page, 'PriceError: -1 is not a price\n    at checked (file:///app/price.mjs:3:9)\n');
  await expect(page.locator('.box a').first()).toHaveAttribute('href', /price-error\/#negative$/);

  await page.goto(`${site.url}rss-of-another-site/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
  expect(errors).toEqual([]);
});

test('online, a page is never out of date, and a new build replaces what was kept', async ({ page }) => {
  const names = () => page.evaluate(() => caches.keys());
  await page.goto(`${site.url}guides/shop/price-error/`);
  await expect.poll(names).toHaveLength(1);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  const [before] = await names();

  const guide = join(root, 'content', 'shop', 'price-error', 'guide.mdx');
  const mdx = await readFile(guide, 'utf8');
  await writeFile(guide, mdx.replace('A price must be', 'Each price has to be'));
  await build();
  await page.reload();
  await expect(page.locator('article')).toContainText('Each price has to be');
  await expect.poll(names).not.toContain(before);
  await expect.poll(names).toHaveLength(1);
});

test('a site that no longer works offline removes what an earlier build kept', async ({ page }) => {
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
  const yaml = join(root, 'content', 'site.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('offline: true', 'offline: false'));
  await build();
  await page.reload();
  await page.evaluate(async () => {
    // The browser may have looked by itself already, and then there is nothing left to update.
    await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {});
  });
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(0);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  expect(await page.request.get(`${site.url}offline/`).then((response) => response.status())).toBe(404);
});
