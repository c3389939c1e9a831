import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';
import { paste } from './clipboard.ts';
import { expect, test } from './site.ts';
import { isFull } from '../full.ts';

const flattened = readFileSync(join(import.meta.dirname, 'pastes', 'flattened.txt'), 'utf8');
const content = join(projectRoot, 'content');
const recorded = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('trace.txt'),
);
/** The recorded traces of each guide in the full test; else the first one of each third framework: unit tests match all of them. */
const guides = Map.groupBy(recorded, (path) => path.split(/[\\/]/).slice(0, 2).join('/'));
const frameworks = Map.groupBy(guides.keys(), (id) => id.split('/')[0]);
const sampled = isFull
  ? [...guides]
  : [...frameworks.values()]
      .filter((_, i) => i % 3 === 0)
      .map(([id]) => [id!, guides.get(id!)!.slice(0, 1)] as const);

test('a pasted trace leads to its guide by keyboard alone, and nothing is requested', async ({ page }) => {
  await page.goto('');
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await paste(page, flattened);
  const first = page.locator('.box a').first();
  await expect(first).toHaveAttribute('href', /\/guides\/celery\/worker-lost-error\//);
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  expect(requests).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/celery\/worker-lost-error\//);
});

for (const [id, paths] of sampled) {
  test(`a recorded trace of ${id} leads to its guide and cause first`, async ({ page }) => {
    test.setTimeout(20_000 + paths.length * 5_000);
    await page.goto('match/');
    for (const path of paths) {
      const cause = path.split(/[\\/]/)[2];
      await paste(page, readFileSync(join(content, path), 'utf8'));
      await expect(page.locator('.box a').first(), path).toHaveAttribute(
        'href',
        new RegExp(`/guides/${id}/#${cause}$`),
      );
      // What stands there from the last trace must not count for the next.
      await page.getByLabel('Paste a stack trace or search').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect(page.locator('.box a')).toHaveCount(0);
    }
  });
}

test('a message whose type nobody copied leads to the guide that it is of', async ({ page }) => {
  await page.goto('match/');
  await paste(page, 'borrow of moved value: `names`');
  await expect(page.locator('.box a').first()).toHaveAttribute(
    'href',
    /\/guides\/rust\/borrow-of-moved-value\/$/,
  );
  await expect(page.locator('.match-list .pill').first()).toHaveText('possible');
});

test('a pasted error that no guide covers is read out, and gets no guide', async ({ page }) => {
  await page.goto('match/');
  await paste(
    page,
    'Traceback (most recent call last):\n  File "/srv/app/report.py", line 7, in rows\n    return table[key]\nKeyError: \'total\'\n',
  );
  await expect(page.locator('.status')).toHaveText('1 error read. No guide fits.');
  const panel = page.locator('.card.unmatched');
  await expect(panel.getByRole('heading')).toHaveText("KeyError: 'total'");
  await expect(panel).toContainText('No guide fits');
  await expect(panel).toContainText("'total'");
  await expect(panel).toContainText('/srv/app/report.py:7 in rows');
  await expect(page.locator('.match-list')).toHaveCount(0);
});

test('a text without an error is said to be one', async ({ page }) => {
  await page.goto('match/');
  await paste(page, 'server started\nlistening on port 80\nGET / 200\n');
  await expect(page.getByRole('status')).toHaveText('No error was found in this text.');
  await expect(page.locator('.nothing')).toContainText('What can be pasted');
});

test('pasted text is only ever shown as text', async ({ page }) => {
  await page.goto('match/');
  await paste(
    page,
    'billiard.exceptions.WorkerLostError: <img src=x onerror=alert(1)> signal 9 (SIGKILL) Job: 1.',
  );
  await expect(page.locator('.matches > *').first()).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('.box img').count()).toBe(0);
});

for (const [how, putIn] of Object.entries({
  'was pasted, and a letter was typed after it': async (page: Page) => {
    await paste(page, 'SecretError: x');
    await expect(page.getByLabel('Paste a stack trace or search')).toHaveValue('SecretError: x');
    await page.keyboard.type('y');
  },
  'was cut and came back by undo': async (page: Page) => {
    const field = page.getByLabel('Paste a stack trace or search');
    await paste(page, 'SecretError: x');
    await expect(field).toHaveValue('SecretError: x');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await expect(field).toHaveValue('');
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('SecretError: x');
    await page.keyboard.press('End');
    await page.keyboard.type('y');
  },
  'was dropped': async (page: Page) => {
    const field = page.getByLabel('Paste a stack trace or search');
    await field.evaluate((box: HTMLTextAreaElement) => {
      box.value = 'SecretError: x';
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromDrop', bubbles: true }));
    });
    await field.focus();
    await page.keyboard.type('y');
  },
})) {
  test(`one line that ${how} is looked up in the page only`, async ({ page }) => {
    await page.goto('match/');
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await putIn(page);
    await expect(page.locator('.status')).not.toBeEmpty();
    await page.waitForTimeout(500);
    expect(requests).toEqual([]);
  });
}

test('a paste anywhere on the page goes to the box', async ({ page }) => {
  await page.goto('');
  await page.waitForLoadState('networkidle');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), flattened);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+v');
  await expect(page.locator('.box a').first()).toHaveAttribute('href', /worker-lost-error\/#out-of-memory$/);
});

test('the box folds after a paste and opens again at a click or a key', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  const field = page.getByLabel('Paste a stack trace or search');
  const height = async () => (await field.boundingBox())!.height;
  const tall = await height();
  await paste(page, flattened);
  await expect(page.locator('.match-list')).toBeVisible();
  expect(await height()).toBeLessThan(50);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(field).toBeFocused();
  expect(await height()).toBe(tall);
});

test('going back brings the paste and its answer back', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await paste(page, flattened);
  await page.getByRole('link', { name: 'See the fix' }).click();
  await expect(page).toHaveURL(/#out-of-memory-fix$/);
  await page.goBack();
  await expect(page.locator('.box a').first()).toHaveAttribute('href', /worker-lost-error\/#out-of-memory$/);
  await expect(page.getByLabel('Paste a stack trace or search')).toHaveValue(/WorkerLostError/);
});

test('on arrival a banner says which line matched, and the pasted trace can be laid beside the recorded one', async ({
  page,
}) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await paste(page, flattened);
  await page.getByRole('link', { name: 'See the fix' }).click();
  const banner = page.getByRole('complementary', { name: 'Your paste' });
  await expect(banner).toContainText(/Matched line \d+ of your paste: .*SIGKILL/);
  await expect(page.locator('.verdict .yours')).toHaveCount(1);
  await banner.getByRole('button', { name: 'Compare yours' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your trace beside the recorded one' });
  await expect(dialog).toContainText(/recorded one/);
  await expect(dialog.locator('.comparison > li').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await banner.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(banner).toHaveCount(0);
});

test('a paste stays in its tab', async ({ page, context }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await paste(page, flattened);
  await page.getByRole('link', { name: 'See the fix' }).click();
  await expect(page.getByRole('complementary', { name: 'Your paste' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url().replace(/#.*/, ''));
  await other.waitForLoadState('networkidle');
  await expect(other.getByRole('complementary', { name: 'Your paste' })).toHaveCount(0);
  expect(await other.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('SIGKILL');
});
