import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paste } from '../site/clipboard.ts';
import { expect, openPage, test } from './several-sites.ts';

const celery = readFileSync(join(import.meta.dirname, '../site/pastes/flattened.txt'), 'utf8');
const price = readFileSync(
  join(import.meta.dirname, '../guide/content/shop/price-error/negative/recorded/24/trace.txt'),
  'utf8',
);
const trace = (type: string) =>
  `${type}: it failed\n    at load (/app/main.js:3:9)\n    at run (/app/main.js:9:1)\n`;

// One after the other: the slow site answers in the last only.
test.describe.configure({ mode: 'serial' });

test('the own guide is first when a guide of another site fits as well, and nothing is requested', async ({
  page,
  sites,
}) => {
  await openPage(page, 'match/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await paste(page, price);
  const card = page.locator('.match-list .card');
  await expect(card.locator('a').first()).toHaveAttribute(
    'href',
    '/errors/guides/shop/price-error/#negative',
  );
  const other = card.getByRole('link', { name: 'Price', exact: true });
  await expect(other).toHaveAttribute('href', /^http:\/\/127\.0\.0\.1:\d+\/guides\/store\/price\/#low$/);
  await expect(card).toContainText('It may also be Price Store.');
  expect(requests).toEqual([]);
  expect(sites.url).toContain('/errors/');
});

test('a guide of another site is shown with the name of the site, and leads there', async ({ page }) => {
  await openPage(page, 'match/');
  await paste(page, celery);
  const card = page.locator('.match-list .card');
  await expect(card.locator('.eyebrow')).toContainText('Handbook');
  await expect(card.locator('a').first()).toHaveAttribute(
    'href',
    /^http:\/\/127\.0\.0\.1:\d+\/guides\/celery\/worker-lost-error\/#out-of-memory$/,
  );
  await expect(page.locator('.status')).toHaveText('1 error read.');
  await card.locator('summary').click();
  await expect(card.locator('.listing mark').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('.box').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('a log is matched with the guides of other sites too', async ({ page }) => {
  await openPage(page, 'match/');
  await page.locator('input[type=file]').setInputFiles({
    name: 'worker.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      `${'INFO task done\n'.repeat(30_000)}${trace('PriceError')}${'INFO task done\n'.repeat(9)}`,
    ),
  });
  await expect(page.locator('.match-list .card')).toContainText('Price');
  await expect(page.locator('.match-list .card')).toContainText('Store');
});

test('texts of a hostile site are shown as text, and its addresses are not followed', async ({
  page,
  sites,
}) => {
  await openPage(page, 'match/');
  await paste(page, trace('EvilError'));
  const card = page.locator('.match-list .card');
  await expect(card).toHaveCount(1);
  await expect(card.locator('h2')).toHaveText('<script>hacked=1</script>Evil cause');
  await expect(card.locator('.eyebrow')).toContainText('<img src=x onerror="hacked=1">Evil');
  expect(await page.locator('.matches :is(img, script)').count()).toBe(0);
  const links = await card
    .locator('a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const link of links)
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/guides\/evil\/script\/#boom(-fix)?$/);
  // The files whole, and no word of where the reader is.
  expect([...new Set(sites.asked.hostile)].sort()).toEqual([
    '/match/index.json',
    '/match/titles.json',
    '/names.json',
  ]);
});

test('a site that sends without end is cut', async ({ page, sites }) => {
  await openPage(page, 'match/');
  await expect.poll(() => sites.flood.length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const before = [...sites.flood];
  await page.waitForTimeout(500);
  expect(sites.flood).toEqual(before);
  for (const bytes of before) expect(bytes).toBeLessThan(100e6);
});

test('an error that no site has a guide to gets none', async ({ page }) => {
  await openPage(page, 'match/');
  await paste(page, trace('NobodyKnowsThisError'));
  await expect(page.locator('.status')).toHaveText('1 error read. No guide fits.');
});

test('a search shows what other sites have below what the own one has', async ({ page }) => {
  await page.goto('search/?q=PriceError');
  const results = page.locator('[data-search-page] .results');
  await expect(results.locator('a').first()).toHaveAttribute(
    'href',
    /^\/errors\/guides\/shop\/price-error\//,
  );
  await expect(results.locator('.result-group')).toHaveText(['Store']);
  await expect(results.locator('a').last()).toHaveAttribute(
    'href',
    /^http:.*\/guides\/store\/price\/(#low)?$/,
  );
  await page.getByRole('searchbox').fill('WorkerLostError');
  await expect(results.locator('.result-group')).toHaveText(['Handbook']);
  await expect(page.getByRole('status')).toHaveText('1 found.');
});

test('a name that was typed into the box is looked up on other sites too', async ({ page }) => {
  await openPage(page, 'match/');
  await page.keyboard.type('WorkerLostErr');
  await expect(page.locator('.results a')).toHaveAttribute('href', /\/guides\/celery\/worker-lost-error\/$/);
  await expect(page.locator('.results .result-group')).toHaveText(['Handbook']);
  await expect(page.locator('.nothing')).toHaveCount(0);
});

test('a slow site holds nothing up, and its guide comes when it has answered', async ({ page, sites }) => {
  await openPage(page, 'match/');
  await paste(page, `${price}\n${trace('SlowError')}`);
  const own = page.locator('.match-list .card a').first();
  await expect(own).toHaveAttribute('href', '/errors/guides/shop/price-error/#negative');
  await expect(page.locator('.status')).toHaveText('2 errors read, 1 with a guide.');
  await page.getByText('Why this cause').first().click();
  await own.focus();
  sites.releaseSlow();
  await expect(page.locator('.status')).toHaveText('2 errors read.');
  await expect(page.locator('.match-list .card').nth(1)).toContainText('Slow');
  await expect(own).toBeFocused();
  await expect(page.locator('.match-list details.evidence').first()).toHaveAttribute('open', '');
});
