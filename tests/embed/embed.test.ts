import AxeBuilder from '@axe-core/playwright';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/site/project.ts';
import { paste } from '../site/clipboard.ts';
import { answerOf, expect, site, strictPolicy, test } from './page.ts';

const flattened = readFileSync(join(projectRoot, 'tests/site/pastes/flattened.txt'), 'utf8');
const unknown =
  'Traceback (most recent call last):\n  File "/srv/app/report.py", line 7, in rows\n    return table[key]\nKeyError: \'total\'\n';
const twoCauses = `[2026-04-10 14:32:01,234: ERROR/MainProcess] Hard time limit (300s) exceeded for shop.tasks.report[17]
billiard.exceptions.WorkerLostError: Worker exited prematurely: signal 9 (SIGKILL) Job: 1.
`;
const recorded = readFileSync(
  join(
    projectRoot,
    globSync('content/celery/worker-lost-error/hard-time-limit/recorded/*/trace.txt', {
      cwd: projectRoot,
    })[0]!,
  ),
  'utf8',
);

test('embed.js has at most 15 kB, compressed', () => {
  const module = readFileSync(join(projectRoot, 'dist/embed.js'));
  expect(gzipSync(module, { level: 9 }).length).toBeLessThanOrEqual(15_000);
});

for (const [name, text] of Object.entries({
  'a cause': flattened,
  'a recorded trace': recorded,
  'causes and a question': twoCauses,
  'an error without a guide': unknown,
})) {
  test(`the embed answers as the site does when the paste holds ${name}`, async ({ page, embedded }) => {
    await page.goto(`${site}match/`);
    // What the site may offer besides: it knows its repository.
    await page.locator('[data-box]').evaluate((box: HTMLElement) => delete box.dataset['repository']);
    await paste(page, text);
    const expected = await answerOf(page, '[data-box]');
    await embedded.open();
    await paste(page, text);
    expect(await answerOf(page, 'tracebook-match')).toEqual(expected);
  });
}

test('the embed loads parser and guides before a paste, and nothing after it', async ({ page, embedded }) => {
  await embedded.open();
  await page.waitForLoadState('networkidle');
  const before = embedded.requests.length;
  expect(embedded.requests.map((url) => url.replace(site, ''))).toEqual(
    expect.arrayContaining(['embed.js', 'match/index.json', 'match/titles.json', 'names.json']),
  );
  await paste(page, flattened);
  await expect(page.locator('tracebook-match .match-list')).toBeVisible();
  await page.waitForTimeout(300);
  expect(embedded.requests.slice(before)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the embed is used by keyboard alone, and a guide opens in a tab of its own', async ({
  page,
  embedded,
}) => {
  await embedded.open();
  await page.keyboard.press('Tab');
  // The file chooser comes before the field.
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Paste a stack trace or search')).toBeFocused();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), flattened);
  await page.keyboard.press('Control+v');
  const link = page.getByRole('link', { name: 'The kernel killed the process: out of memory' });
  await expect(link).toBeVisible();
  for (let i = 0; i < 3 && !(await link.evaluate((node) => node.matches(':focus'))); i++)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await expect(tab).toHaveURL(/\/guides\/celery\/worker-lost-error\/#out-of-memory$/);
  await expect(page.locator('tracebook-match .match-list')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the embed breaks no rule of axe in a ${scheme} page`, async ({ page, embedded }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const { origin } = new URL(site);
    await embedded.open(
      `src="${site}"`,
      // Axe adds styles to frames and pages that it looks at.
      `default-src 'none'; style-src 'unsafe-inline'; script-src ${origin}; connect-src ${origin}`,
    );
    await page.addStyleTag({ content: ':root { color-scheme: light dark; background: Canvas }' });
    for (const text of [flattened, twoCauses, unknown]) {
      await page.getByLabel('Paste a stack trace or search').fill('');
      await paste(page, text);
      await expect(page.locator('tracebook-match .card').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    const paper = await page
      .locator('tracebook-match .card')
      .first()
      .evaluate((card) => getComputedStyle(card).backgroundColor);
    expect(paper).toBe(scheme === 'dark' ? 'rgb(24, 28, 25)' : 'rgb(255, 255, 255)');
  });
}

test('the embed takes custom properties of the page, and no other style of it', async ({
  page,
  embedded,
}) => {
  await embedded.open(`src="${site}"`, `${strictPolicy}; style-src 'unsafe-inline'`);
  await page.addStyleTag({
    content: `tracebook-match { --tracebook-ink: rgb(1, 2, 3); --tracebook-rem: 20px }
:root { --ink: red; letter-spacing: 1em; text-transform: uppercase } * { font-style: italic }`,
  });
  const label = page.locator('tracebook-match .box-label');
  const style = await label.evaluate((node) => {
    const { color, fontSize, letterSpacing, textTransform, fontStyle } = getComputedStyle(node);
    return { color, fontSize, letterSpacing, textTransform, fontStyle };
  });
  expect(style).toEqual({
    color: 'rgb(1, 2, 3)',
    fontSize: '20px',
    letterSpacing: 'normal',
    textTransform: 'none',
    fontStyle: 'normal',
  });
});

test('the embed does not scroll sideways, down to 280 px', async ({ page, embedded }) => {
  await embedded.open();
  await paste(page, recorded);
  await expect(page.locator('tracebook-match .match-list')).toBeVisible();
  for (const width of [280, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('the embed takes the site that its module is of when the page names none', async ({
  page,
  embedded,
}) => {
  await embedded.open('');
  await paste(page, flattened);
  await expect(page.locator('tracebook-match .match-list a').first()).toHaveAttribute(
    'href',
    `${site}guides/celery/worker-lost-error/#out-of-memory`,
  );
});

test('the embed asks another site when src is set later', async ({ page, embedded }) => {
  await embedded.open('src="ftp://guides.example/"');
  await page.locator('tracebook-match').evaluate((element, src) => element.setAttribute('src', src), site);
  await paste(page, flattened);
  await expect(page.locator('tracebook-match .match-list a').first()).toHaveAttribute(
    'href',
    `${site}guides/celery/worker-lost-error/#out-of-memory`,
  );
});

test('the embed says what is wrong when src is no address of a site', async ({ page, embedded }) => {
  await embedded.open('src="javascript:alert(1)"');
  await expect(page.locator('tracebook-match .status')).toContainText(
    'must give the element an http(s) address',
  );
  expect(await page.locator('tracebook-match a').count()).toBe(0);
});

test.describe('what cannot be loaded', () => {
  test('the embed says so when the guides cannot be loaded', async ({ page, embedded, faults }) => {
    await page.route('**/match/index.json', (route) => route.abort());
    await embedded.open();
    await paste(page, flattened);
    await expect(page.locator('tracebook-match .status')).toContainText(
      'The list of guides could not be loaded',
    );
    expect(faults.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });

  test('the embed says so when the matcher cannot be loaded', async ({ page, embedded, faults }) => {
    await page.route('**/embed/*.js', (route) => route.abort());
    await embedded.open();
    await expect(page.locator('tracebook-match .status')).toHaveText(
      `The matcher could not be loaded from ${new URL(site).host}. Reload the page to try again.`,
    );
    expect(faults.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });
});

test('a log that is chosen as a file is read in the embed', async ({ page, embedded }) => {
  await embedded.open();
  const line = '2026-01-15 09:30:00,123 INFO worker: task received and processed\n';
  await page.locator('tracebook-match input[type=file]').setInputFiles({
    name: 'worker.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(line.repeat(20_000) + recorded + line.repeat(100)),
  });
  await expect(page.locator('tracebook-match .status')).toContainText('worker.log: 1.3 MB');
  await expect(page.locator('tracebook-match .match-list a').first()).toHaveAttribute(
    'href',
    /#hard-time-limit$/,
  );
});

test('pasted text is only ever shown as text in the embed', async ({ page, embedded }) => {
  await embedded.open();
  await paste(
    page,
    'billiard.exceptions.WorkerLostError: <img src=x onerror=alert(1)> signal 9 (SIGKILL) Job: 1.',
  );
  await expect(page.locator('tracebook-match .matches > *').first()).toContainText(
    '<img src=x onerror=alert(1)>',
  );
  expect(await page.locator('tracebook-match img').count()).toBe(0);
});
