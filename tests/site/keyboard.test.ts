import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paste } from './clipboard.ts';
import { expect, guidePages, sampledPages, test } from './site.ts';

const flattened = readFileSync(join(import.meta.dirname, 'pastes', 'flattened.txt'), 'utf8');
const [guide] = guidePages();

/** Presses Tab until what has the focus fits; fails when it comes by no such element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

for (const path of sampledPages()) {
  test(`/${path} shows where the focus is at every press of Tab, and is never left without one`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const seen: string[] = [];
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        if (element === document.body) return undefined;
        // What stands for a hidden choice or file field is its label.
        const shown =
          element.matches('input') && element.closest('label') ? element.closest('label')! : element;
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        const hasRing = outlineStyle !== 'none' && outlineWidth !== '0px';
        const { width, height, top, bottom } = shown.getBoundingClientRect();
        const isInView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
        return { html: element.outerHTML.slice(0, 120), hasRing, isInView };
      });
      if (!focus) break;
      expect(focus).toMatchObject({ hasRing: true, isInView: true });
      seen.push(focus.html);
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen[0]).toContain('Skip to the content');
  });
}

test('from a paste to the change by keyboard alone', async ({ page }) => {
  await page.goto('');
  await page.waitForLoadState('networkidle');
  await paste(page, flattened);
  await expect(page.locator('.match-list')).toBeVisible();
  await tabTo(page, '.match-list a.button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#out-of-memory-fix$/);
  await expect(page.locator('[id="out-of-memory-fix"]')).toBeInViewport();
  // The next press of Tab goes on from the fix, not from the top of the page.
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => {
      const fix = document.getElementById('out-of-memory-fix')!;
      return (
        Boolean(fix.compareDocumentPosition(document.activeElement!) & Node.DOCUMENT_POSITION_FOLLOWING) ||
        fix.contains(document.activeElement)
      );
    }),
  ).toBe(true);
});

test('the skip link leads past the header', async ({ page }) => {
  await page.goto(guide!);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
});

test('versions of a file, folds and the checklist of a guide work by keyboard alone', async ({ page }) => {
  await page.goto(guide!);
  await page.waitForLoadState('networkidle');
  await tabTo(page, '.change .choices input');
  const choice = page.locator('.change .choices').first();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio').nth(2)).toBeChecked();

  await tabTo(page, '.fold.test > summary');
  const fold = page.locator('.fold.test').first();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('open', '');
  await page.keyboard.press('Space');
  await expect(fold).not.toHaveAttribute('open');

  await tabTo(page, '.checklist input');
  const step = page.locator('.checklist input').first();
  await page.keyboard.press('Space');
  await expect(step).toBeChecked();
  await page.reload();
  await expect(step).toBeChecked();
});
