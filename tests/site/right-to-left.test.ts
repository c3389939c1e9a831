import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf } from '../../src/locales/index.ts';
import { pseudoText } from '../locales/pseudo.ts';
import { pages, expect, test } from './pseudo-site.ts';
import { untranslated } from './untranslated.ts';

// One worker, so that the site is built once.
test.describe.configure({ mode: 'default' });

const { arrival, match, search, verdict } = messagesOf('en');
const traces = join(import.meta.dirname, '../locales/content/shop/stock-error');
const known = readFileSync(join(traces, 'none-left/recorded/24/trace.txt'), 'utf8');
const unknown = `Exception in thread "main" OrderError: no order
\tat Order.main(Order.java:9)
Caused by: StockErro: gone
\tat Order.read(Order.java:4)
`;

for (const path of pages) {
  test(`/${path} is in the pseudo-locale throughout, without an accessibility violation`, async ({
    page,
  }) => {
    await open(page, path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await untranslated(page)).toEqual([]);
  });

  test(`/${path} fits every width from right to left, with code from left to right`, async ({ page }) => {
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expectFit(page);
      await expectCodeLeftToRight(page);
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  });
}

test('a guide in another language says so, is marked, and the interface in it is marked as its own', async ({
  page,
}) => {
  await page.goto('guides/shop/price-error/');
  const article = page.locator('article.guide');
  await expect(article).toHaveAttribute('lang', 'en');
  await expect(article).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.other-language')).toHaveText(/^⟦.*⟧الإنجليزية⟦\.⟧$/);
  await page.goto('guides/shop/stock-error/');
  await expect(article).not.toHaveAttribute('lang');
  await expect(page.locator('.other-language')).toHaveCount(0);
});

test('the header begins at the right', async ({ page }) => {
  await page.goto('');
  const [name, nav] = await Promise.all([
    page.locator('.site-name').boundingBox(),
    page.locator('.site-header nav').boundingBox(),
  ]);
  expect(name!.x).toBeGreaterThan(nav!.x);
});

for (const [what, text] of Object.entries({ known, unknown, none: 'a\nb\nc\n' })) {
  for (const width of [320, 1440]) {
    test(`the answer to a paste (${what}) is in the pseudo-locale and fits ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await answer(page, text);
      await expect(page.locator('.matches > *').first()).toBeVisible();
      for (const summary of await page.locator('.matches summary').all()) await summary.click();
      expect(await untranslated(page)).toEqual([]);
      await expectFit(page);
      await expectCodeLeftToRight(page);
    });
  }
}

test('a log of several errors is answered in the pseudo-locale', async ({ page }) => {
  const quiet = 'started\n'.repeat(60);
  const more = [1, 2, 3, 4, 5].map((number) =>
    unknown.replaceAll('OrderError', `Order${number}Error`).replaceAll('StockErro:', `Gone${number}Error:`),
  );
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await page.locator('input[type=file]').setInputFiles({
    name: 'shop.log',
    mimeType: 'text/plain',
    buffer: Buffer.from([known, known, ...more].join(quiet)),
  });
  await expect(page.locator('.match-list')).toBeVisible();
  await expect(page.locator('.status')).toContainText('shop.log');
  expect((await untranslated(page)).filter((text) => !/Order\dError|Gone\dError/.test(text))).toEqual([]);
});

test('the banner after a match and the comparison are in the pseudo-locale', async ({ page }) => {
  await answer(page, known);
  await page.getByRole('link', { name: pseudoText(verdict.seeFix) }).click();
  await expect(page.locator('.arrival')).toBeVisible();
  expect(await untranslated(page)).toEqual([]);
  await page.getByRole('button', { name: pseudoText(arrival.compare) }).click();
  await expect(page.getByRole('dialog', { name: pseudoText(arrival.dialog) })).toBeVisible();
  expect(await untranslated(page)).toEqual([]);
  await expectCodeLeftToRight(page);
});

test('the search is in the pseudo-locale: empty, with results, and without', async ({ page }) => {
  await page.goto('search/');
  await expect(page.locator('.results button').first()).toBeVisible();
  expect(await untranslated(page)).toEqual([]);
  const field = page.getByRole('searchbox', { name: pseudoText(search.field) });
  for (const query of ['price', 'StockErrr', 'Error']) {
    await field.fill(query);
    await expect(page.locator('.results a').first()).toBeVisible();
    await expect(page.locator('.status')).not.toBeEmpty();
    expect(await untranslated(page)).toEqual([]);
  }
  await field.fill('qqqqzzzz');
  await expect(page.getByRole('link', { name: pseudoText(search.web) })).toBeVisible();
  expect((await untranslated(page)).filter((text) => !text.includes('qqqqzzzz'))).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: pseudoText(search.open) })).toBeVisible();
  expect((await untranslated(page)).filter((text) => !text.includes('qqqqzzzz'))).toEqual([]);
});

test.describe('at an address that is not there', () => {
  test.use({ missing: true });
  test('what is offered instead is in the pseudo-locale', async ({ page }) => {
    await page.goto('guides/shop/stock/');
    await expect(page.locator('.results a').first()).toBeVisible();
    expect(await untranslated(page)).toEqual([]);
  });
});

/** Opens a page; one that leads on to another is kept where it is. */
async function open(page: Page, path: string): Promise<void> {
  await page.route('**/e/*/', async (route) => {
    // The server leads on from the address; from the file itself it does not.
    const body = await (await route.fetch({ url: `${route.request().url()}index.html` })).text();
    await route.fulfill({
      body: body.replace(/<meta http-equiv="refresh"[^>]*>/, ''),
      contentType: 'text/html',
    });
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

async function answer(page: Page, text: string): Promise<void> {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await page.getByLabel(pseudoText(match.label)).fill(text);
  await expect(page.locator('.box')).toHaveClass(/answered/);
}

/** Nothing is wider than the page, and no box hides words beyond its edge. */
async function expectFit(page: Page): Promise<void> {
  const { content, view, cut } = await page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { clipPath, overflowX, whiteSpace } = getComputedStyle(element);
      // What only screen readers meet is clipped, and the folded box shows one line of a paste.
      const isHidden = overflowX === 'hidden' && clipPath === 'none' && whiteSpace !== 'pre';
      return isHidden && element.scrollWidth > element.clientWidth + 1;
    });
    return {
      content: document.documentElement.scrollWidth,
      view: innerWidth,
      cut: cut.map(({ className, textContent }) => `${className}: ${textContent.slice(0, 40)}`),
    };
  });
  expect(content).toBeLessThanOrEqual(view);
  expect(cut).toEqual([]);
}

/** Code runs from left to right, and the lines of traces begin at the left, after their numbers. */
async function expectCodeLeftToRight(page: Page): Promise<void> {
  const wrong = await page.evaluate(() => {
    const turned = [...document.querySelectorAll('code, pre, kbd, textarea, .listing')].filter(
      (element) => getComputedStyle(element).direction !== 'ltr',
    );
    const lines = [...document.querySelectorAll('pre code, .listing > li > code')].filter((code) => {
      const range = document.createRange();
      range.selectNodeContents(code);
      const [first] = range.getClientRects();
      const frame = code.getBoundingClientRect();
      return first && first.width > 0 && first.left - frame.left > 80;
    });
    return [...turned, ...lines].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  expect(wrong).toEqual([]);
}
