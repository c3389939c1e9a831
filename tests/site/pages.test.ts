import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { readContent } from '../../src/guide/content.ts';
import { tracesOf } from '../../src/guide/records.ts';
import { projectRoot } from '../../src/site/project.ts';
import { contentSecurityPolicy } from '../../src/site/policy.ts';
import type { SearchIndex } from '../../src/search/types.ts';
import { expect, guidePages, sampledPages, test } from './site.ts';

const { content } = readContent(join(projectRoot, 'content'));
const sample = sampledPages();
const guides = guidePages();
const sampledGuides = guides.filter((path) => sample.includes(path));

for (const path of sample)
  test(`/${path} has no accessibility violation in light and dark, and does not scroll sideways at 320, 390, 820 and 1440 px`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(found, `in ${colorScheme}`).toEqual([]);
    }
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const content = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(content, `at ${width} px`).toBeLessThanOrEqual(width);
    }
  });

test('there are guide pages', () => {
  expect(guides.length).toBeGreaterThanOrEqual(4);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const [folder, paths] of Map.groupBy(sample, (path) => path.split('/', 1)[0]!))
    test(`/${folder} and all below it can be read`, async ({ page }) => {
      test.setTimeout(30_000 + 2_000 * paths.length);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
        const words = (await page.locator('main').innerText()).split(/\s+/).length;
        expect(words, path).toBeGreaterThan(8);
      }
    });
});

for (const path of sampledGuides) {
  test(`/${path} has every section in its order`, async ({ page }) => {
    await page.goto(path);
    const headings = await page.locator('article h2').allInnerTexts();
    const known = [
      'Stack trace',
      /causes?$/,
      'Proof and tests',
      'Continuous integration',
      'By hand',
      'Deploying',
      'Questions',
    ];
    const found = known.map((heading) => headings.findIndex((text) => new RegExp(heading).test(text)));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
    const shown = await page
      .locator('.trace-listing > li > code, .trace-listing > li > details > code')
      .evaluateAll((codes) => codes.flatMap((code) => code.textContent.split('\n')));
    expect(shown).toHaveLength(recordedLines(path));
    expect(await page.locator('.quiet time').innerText()).toMatch(/^\d{1,2} \w{3,4} \d{4}$/);
    await expect(page.locator('.before .printout').first()).not.toBeEmpty();
    await expect(page.locator('.after .printout').first()).not.toBeEmpty();
    const kinds = (await page.locator('script[type="application/ld+json"]').allTextContents()).map(
      (text) => (JSON.parse(text) as { '@type': string })['@type'],
    );
    expect(kinds).toEqual(['TechArticle', 'BreadcrumbList']);
  });

  test(`/${path} shows every line of its trace, with each note in the line it is about`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    for (const fold of await page.locator('.notes-beside summary').all()) await fold.click();
    const cut = await page
      .locator('.notes-beside code')
      .evaluateAll((codes) => codes.filter((code) => code.scrollWidth > code.clientWidth + 1).length);
    expect(cut).toBe(0);
    const notes = page.locator('.notes-beside li:has(.note)');
    expect(await notes.count()).toBeGreaterThan(0);
    expect(
      await notes.evaluateAll((lines) => lines.filter((line) => !line.querySelector('mark')).length),
    ).toBe(0);
  });

  test(`/${path} is light: at most 20,480 B of HTML and CSS compressed for four causes, one inline script, no layout shift`, async ({
    page,
  }) => {
    const dist = join(projectRoot, 'dist');
    const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
    const base = new URL(process.env['SITE_URL']!).pathname;
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) =>
      readFileSync(join(dist, href!.slice(base.length)), 'utf8'),
    );
    expect(sheets).not.toEqual([]);
    const size = [html, ...sheets].reduce((sum, text) => sum + gzipSync(text).length, 0);
    const causes = [...html.matchAll(/<section class="cause"/g)].length;
    expect(size).toBeLessThanOrEqual(20_480 + 2_560 * Math.max(0, causes - 4));
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !/type="(module|application\/ld\+json)"/.test(tag))).toEqual(['<script>']);

    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  });

  test(`/${path} has a Markdown twin with the trace`, async ({ page, request }) => {
    await page.goto(path);
    const href = await page.locator('link[type="text/markdown"]').getAttribute('href');
    const response = await request.get(href!);
    expect(response.headers()['content-type']).toContain('text/markdown');
    const text = await response.text();
    expect(text).toContain((await page.title()).replace(/ \([^)]*\) · .*$/, ''));
    const first = await page.locator('.listing > li > code').first().innerText();
    expect(text).toContain(first.trim());
  });
}

/** How many lines the trace has that a guide reads, as its record holds it. */
function recordedLines(path: string): number {
  const guide = content.guides.find(({ id }) => path === `guides/${id}/`)!;
  const shown = guide.causes.find(({ id }) => id === guide.frontmatter.shows)!;
  return tracesOf(shown)[0]!.trace.trimEnd().split('\n').length;
}

test('machines find their files', async ({ request }) => {
  const { version, guides: guideList } = (await (await request.get('guides.json')).json()) as {
    version: number;
    guides: { id: string; markdown: string; causes: Record<string, string>[] }[];
  };
  expect(version).toBe(1);
  for (const { causes } of guideList)
    for (const cause of causes)
      expect(Object.keys(cause)).toEqual(expect.arrayContaining(['id', 'title', 'short', 'sign', 'fix']));
  expect(guideList.map(({ id }) => `guides/${id}/`).sort()).toEqual([...guides].sort());
  expect(await (await request.get('llms.txt')).text()).toContain(guideList[0]!.markdown);
  expect(await (await request.get('rss.xml')).text()).toContain('<item>');
  expect(await (await request.get('sitemap-index.xml')).text()).toContain('sitemap-0.xml');
  const index = (await (await request.get('names.json')).json()) as SearchIndex;
  expect(index.version).toBe(1);
  expect(index.guides.map(({ id }) => `guides/${id}/`).sort()).toEqual([...guides].sort());
  expect(Object.keys(await (await request.get('match/index.json')).json())).toEqual([
    '$schema',
    'version',
    'frameworks',
    'guides',
  ]);
  const { guides: titles } = (await (await request.get('match/titles.json')).json()) as {
    guides: { id: string }[];
  };
  expect(titles.map(({ id }) => id).sort()).toEqual(guideList.map(({ id }) => id).sort());
  expect((await request.get('nowhere/')).status()).toBe(404);
});

test('the headers that hosts send say what the pages say', () => {
  const headers = readFileSync(join(projectRoot, 'dist', '_headers'), 'utf8');
  expect(headers).toContain(`Content-Security-Policy: ${contentSecurityPolicy()}; frame-ancestors 'none'`);
});

test('the theme is chosen with the keyboard, remembered, and set before anything is painted', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const button = page.getByRole('button', { name: 'Theme: as the system' });
  await button.press('Enter');
  await page.getByRole('button', { name: 'Theme: light' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeFocused();
  expect(await paper()).not.toBe(light);
  await page.goto('guides/');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(await paper()).not.toBe(light);
});
