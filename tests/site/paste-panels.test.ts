import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paste } from './clipboard.ts';
import { expect, test } from './site.ts';

const unknown = `Exception in thread "main" com.acme.OrderException: no order for jane@example.org
\tat com.acme.Shop.main(Shop.java:9)
\tat org.hibernate.Session.run(Session.java:31)
Caused by: com.acme.WorkerLosError: password=hunter2 is refused by 10.1.2.3, see /home/jane/keys
\tat com.acme.Disk.open(Disk.java:8)
\t... 2 more
`;
const twoCauses = `[2026-04-10 14:32:01,234: ERROR/MainProcess] Hard time limit (300s) exceeded for shop.tasks.report[17]
billiard.exceptions.WorkerLostError: Worker exited prematurely: signal 9 (SIGKILL) Job: 1.
`;
const secrets = ['jane', 'hunter2', '10.1.2.3'];

/** site.yaml may name no repository: the box is told of one as the page would. */
async function withRepository(page: Page, repository: string): Promise<void> {
  await page
    .locator('[data-box]')
    .evaluate((box: HTMLElement, url) => (box.dataset['repository'] = url), repository);
}

test('an error without a guide is read out, with similar names and no match', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await paste(page, unknown);
  const panel = page.locator('.card.unmatched');
  await expect(panel.locator('.chain')).toHaveText(
    /OrderException: no order for jane@example.org\s*caused by com.acme.WorkerLosError/,
  );
  await expect(panel).toContainText('Disk.java:8 in com.acme.Disk.open');
  await expect(panel).toContainText('Java. 3 frames, 2 of them of your code');
  await expect(panel.locator('.similar')).toContainText('none of them is about this error');
  await expect(panel.locator('.similar a')).toHaveAttribute('href', /worker-lost-error\/$/);
  await expect(page.locator('.match-list')).toHaveCount(0);
});

test('a request for a guide holds the masked facts that the reader sees, as edited', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await withRepository(page, 'https://github.com/example/guides');
  await paste(page, unknown);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByText('Ask for this guide').click();
  const link = page.getByRole('link', { name: 'Open the request on github.com' });
  const url = async () => new URL((await link.getAttribute('href'))!);
  const text = page.getByLabel('What the request says');
  const address = await url();
  expect(`${address.origin}${address.pathname}`).toBe('https://github.com/example/guides/issues/new');
  expect(address.searchParams.get('title')).toBe('Guide request: com.acme.WorkerLosError (Java)');
  expect(address.searchParams.get('body')).toBe(await text.inputValue());
  for (const secret of secrets) expect(decodeURIComponent(address.href)).not.toContain(secret);
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await text.fill('Only this.');
  expect((await url()).searchParams.get('body')).toBe('Only this.');
  await text.fill('ä'.repeat(5000));
  expect((await url()).href.length).toBeLessThanOrEqual(6000);
  await expect(page.locator('.asked')).toContainText('too long');
  expect(requests).toEqual([]);
});

test('without a repository the masked facts can be copied', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await page.locator('[data-box]').evaluate((box: HTMLElement) => delete box.dataset['repository']);
  await paste(page, unknown);
  await page.getByText('The facts, to copy').click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.locator('.asked')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Type: com.acme.WorkerLosError');
  for (const secret of secrets) expect(copied).not.toContain(secret);
});

test('where two causes fit, the question that decides is asked, and each answer leads to its fix', async ({
  page,
}) => {
  await page.goto('match/');
  await paste(page, twoCauses);
  const card = page.locator('.match-list > li').first();
  await expect(card.getByRole('heading')).toContainText('?');
  const options = card.locator('.option');
  await expect(options).toHaveCount(2);
  await expect(options.nth(0)).toContainText('Yes');
  await expect(options.nth(1)).toContainText('No');
  for (const [i, anchor] of ['out-of-memory', 'hard-time-limit'].entries())
    await expect(options.nth(i)).toHaveAttribute('href', new RegExp(`#${anchor}-fix$`));
});

test('where one cause fits, it is the headline, and one action leads to its fix', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('match/');
  await paste(page, twoCauses.split('\n')[1]!);
  const card = page.locator('.match-list > li').first();
  await expect(card.getByRole('heading').getByRole('link')).toHaveAttribute('href', /#out-of-memory$/);
  await expect(card.locator('.option')).toHaveCount(0);
  await expect(card.locator('.evidence')).not.toHaveAttribute('open');
  const fix = card.getByRole('link', { name: 'See the fix' });
  await expect(fix).toBeInViewport();
  await card.getByText('Why this cause').click();
  await expect(card.locator('.listing mark').first()).toContainText('WorkerLostError');
  await fix.click();
  await expect(page).toHaveURL(/worker-lost-error\/#out-of-memory-fix$/);
  await expect(page.locator('#out-of-memory-fix')).toBeInViewport();
});

test('when the list of guides cannot be loaded, the box says so', async ({ page }) => {
  await page.route('**/match/index.json', (route) => route.fulfill({ status: 200, body: 'no JSON' }));
  await page.goto('match/');
  await expect(page.locator('.status')).toContainText('The list of guides could not be loaded');
});

test('a request can be reached and opened with the keyboard alone', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await withRepository(page, 'https://github.com/example/guides');
  await paste(page, unknown);
  await expect(page.locator('.similar a')).toBeVisible();
  for (const _ of ['similar name', 'summary']) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('What the request says')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Open the request' })).toBeFocused();
});

for (const [name, text] of Object.entries({
  unknown,
  twoCauses,
  many: `${unknown}\n${twoCauses}`,
  none: 'a\nb\n',
})) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`results (${name}) have no accessibility violation in ${colorScheme} and fit a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto('match/');
      await page.waitForLoadState('networkidle');
      await withRepository(page, 'https://github.com/example/guides');
      await paste(page, text);
      await expect(page.locator('.matches > *').first()).toBeVisible();
      for (const summary of await page.locator('.ask summary').all()) await summary.click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(view!);
    });
  }
}
