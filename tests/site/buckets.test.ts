import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readContent } from '../../src/guide/content.ts';
import { guideTitles, matchIndex } from '../../src/guide/match-index.ts';
import { projectRoot } from '../../src/site/project.ts';
import { bucketFiles } from '../match/published-files.ts';
import { paste } from './clipboard.ts';
import { expect, test } from './site.ts';

const { content } = readContent(join(projectRoot, 'content'));
const trace = readFileSync(join(import.meta.dirname, 'pastes', 'flattened.txt'), 'utf8');
const ANNOUNCED = /^Your browser reads it\. There are too many guides to load all of them/;

/** Answers for the match index with the same guides in buckets, and keeps what is asked for. */
async function putInBuckets(page: Page) {
  const files = bucketFiles(matchIndex(content), guideTitles(content), 5);
  const asked: { number: number; announced: string | null }[] = [];
  await page.route('**/match/index.json', (route) => route.fulfill({ json: files.get('match/index.json') }));
  for (const folder of ['buckets', 'choices'])
    await page.route(`**/match/${folder}/*.json`, async (route) => {
      const number = Number(/(\d+)\.json$/.exec(route.request().url())![1]);
      asked.push({ number, announced: await page.locator('.box-privacy').textContent() });
      await route.fulfill({ json: files.get(`match/${folder}/${number}.json`) });
    });
  return { asked, count: files.size / 2 };
}

test('a paste asks for numbers of buckets alone, each with a decoy, after the page has said so, when the index is in buckets', async ({
  page,
}) => {
  const { asked, count } = await putInBuckets(page);
  await page.goto('match/');
  await expect(page.locator('.box-privacy')).toHaveText(ANNOUNCED);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const requests: { url: string; body: string | null }[] = [];
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() }));
  const first = page.locator('.box a').first();
  await paste(page, trace);
  await expect(first).toHaveAttribute('href', /\/guides\/celery\/worker-lost-error\//);
  expect(asked.length % 2).toBe(0);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(count / 2);
  for (const { announced } of asked) expect(announced).toMatch(ANNOUNCED);
  for (const { url, body } of requests) {
    expect(url).toMatch(/\/match\/buckets\/\d+\.json$/);
    expect(body).toBeNull();
  }
  const before = requests.length;
  await page.getByLabel('Paste a stack trace or search').fill('');
  await expect(page.locator('.box a')).toHaveCount(0);
  await paste(page, trace);
  await expect(first).toHaveAttribute('href', /\/guides\/celery\/worker-lost-error\//);
  expect(requests.length).toBe(before);
});

test('a log file finds its guides when the index is in buckets', async ({ page }) => {
  const { asked } = await putInBuckets(page);
  await page.goto('match/');
  await expect(page.locator('.box-privacy')).toHaveText(ANNOUNCED);
  const quiet = '2026-02-03 09:41:07 INFO shop GET /items 200\n'.repeat(9000);
  const buffer = Buffer.from(`${quiet}${trace}\n${quiet}`);
  await page
    .locator('.box input[type=file]')
    .setInputFiles({ name: 'a.log', mimeType: 'text/plain', buffer });
  await expect(page.locator('.box .matches a').first()).toHaveAttribute(
    'href',
    /\/guides\/celery\/worker-lost-error\//,
  );
  expect(asked.length).toBeGreaterThan(0);
});

test('the page says that the guides cannot be loaded when a bucket is missing', async ({ page }) => {
  await putInBuckets(page);
  await page.route('**/match/buckets/*.json', (route) => route.fulfill({ json: {} }));
  await page.goto('match/');
  await expect(page.locator('.box-privacy')).toHaveText(ANNOUNCED);
  await paste(page, trace);
  await expect(page.locator('.status')).toContainText('The list of guides could not be loaded');
});

test('a paste that does not tell its cause shows the signs and the fixes of all when the index is in buckets', async ({
  page,
}) => {
  const { asked } = await putInBuckets(page);
  await page.goto('match/');
  await expect(page.locator('.box-privacy')).toHaveText(ANNOUNCED);
  await paste(page, 'billiard.exceptions.WorkerLostError: Worker exited prematurely');
  const guide = guideTitles(content).find(({ id }) => id === 'celery/worker-lost-error')!;
  const causes = page.locator('.verdict li');
  await expect(causes).toHaveCount(guide.causes.length);
  for (const [i, { short, fix }] of guide.causes.entries()) {
    await expect(causes.nth(i).getByRole('link').first()).toHaveText(short);
    await expect(causes.nth(i)).toContainText(fix);
    await expect(causes.nth(i).locator('code').first()).not.toBeEmpty();
  }
  expect(asked.length % 4).toBe(0);
});
