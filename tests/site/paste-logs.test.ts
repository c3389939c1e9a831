import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { paste } from './clipboard.ts';
import { expect, test } from './site.ts';

const flattened = readFileSync(join(import.meta.dirname, 'pastes', 'flattened.txt'), 'utf8').trimEnd();
const unknown = `Traceback (most recent call last):
  File "/srv/app/report.py", line 7, in rows
    return table[key]
KeyError: 'total'`;

/** A log of so many rounds: two known errors and one unknown one in each, 60 quiet lines between them. */
function log(rounds: number): string {
  const quiet = (from: number) =>
    Array.from(
      { length: 20 },
      (_, i) => `2026-04-10 14:32:0${i % 10},000 INFO  shop GET /items/${from + i} 200`,
    ).join('\n');
  return Array.from({ length: rounds }, (_, i) =>
    [quiet(i), flattened, quiet(i), unknown, quiet(i), flattened].join('\n'),
  ).join('\n');
}

/** Drops a file that is made in the page: so large a one cannot be sent to it. */
async function drop(page: Page, text: string, copies: number): Promise<void> {
  await page.getByLabel('Paste a stack trace or search').evaluate(
    (target, { text, copies }) => {
      const data = new DataTransfer();
      data.items.add(new File(Array<string>(copies).fill(`${text}\n`), 'worker.log'));
      target.dispatchEvent(
        new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { text, copies },
  );
}

/** Requests from now on. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return requests;
}

test('a dropped log of megabytes is grouped, and nothing is requested', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  const requests = requestsOf(page);
  await drop(page, log(500), 3);
  await expect(page.locator('.status')).toHaveText(
    /^worker\.log: [\d.]+ MB, [\d,]+ lines\. 2 different errors read, 1 with a guide\.$/,
  );
  const known = page.locator('.match-list > li');
  await expect(known).toHaveCount(1);
  await expect(known).toContainText('3,000 times: first on line 21, last on line');
  await expect(known.locator('a').first()).toHaveAttribute('href', /worker-lost-error\/#out-of-memory$/);
  await expect(page.locator('.card.unmatched')).toContainText('1,500 times');
  await expect(page.locator('progress')).toHaveCount(0);
  expect(requests).toEqual([]);
});

test('a file can be chosen with the keyboard, also a packed one or one of PowerShell', async ({ page }) => {
  await page.goto('match/');
  const chooser = page.getByLabel('or open a log file');
  await page.getByLabel('Paste a stack trace or search').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(chooser).toBeFocused();
  for (const [name, buffer] of [
    ['plain.log', Buffer.from(log(2))],
    ['packed.log.gz', gzipSync(log(2))],
    ['shell.log', Buffer.from(`\uFEFF${log(2)}`, 'utf16le')],
  ] as const) {
    await chooser.setInputFiles({ name, mimeType: 'text/plain', buffer });
    await expect(page.locator('.status')).toContainText(`${name}: `);
    await expect(page.locator('.status')).toContainText('2 different errors read, 1 with a guide.');
    await expect(page.locator('.match-list > li')).toContainText('4 times');
  }
});

test('reading can be cancelled, and what was found until then stays', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await drop(page, log(1000), 60);
  await expect(page.locator('.progress-text')).toContainText('2 different errors so far');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.locator('.status')).toContainText(
    /^worker\.log: cancelled after \d+ % of \d+\.\d MB\. \d different errors/,
  );
  await expect(page.locator('.match-list > li').first()).toContainText(/[\d,]+ times/);
  await expect(page.locator('progress')).toHaveCount(0);
  await expect(page.getByLabel('Paste a stack trace or search')).toBeFocused();
});

test('a long paste is read like a file', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  const requests = requestsOf(page);
  await paste(page, log(100));
  await expect(page.locator('.status')).toContainText(
    /^The pasted text: .* 2 different errors read, 1 with a guide\.$/,
  );
  await expect(page.locator('.match-list > li')).toContainText('200 times');
  expect(requests).toEqual([]);
});

test('a new paste ends the reading of a file', async ({ page }) => {
  await page.goto('match/');
  await page.waitForLoadState('networkidle');
  await drop(page, log(1000), 60);
  await expect(page.locator('progress')).toBeVisible();
  await paste(page, unknown);
  await expect(page.locator('.status')).toHaveText('1 error read. No guide fits.');
  await expect(page.locator('progress')).toHaveCount(0);
});
