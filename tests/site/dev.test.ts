import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startDev } from '../guide/project.ts';
import { packedChromium, packedFonts } from './chromium.ts';
import { isFull } from '../full.ts';

/** Pictures are compared in one build of Chromium only, with fonts from packages: others draw letters otherwise. */
const chromium = await packedChromium();

/** `npm run dev` with the content of the tests, which no new guide changes. */
let dev: Awaited<ReturnType<typeof startDev>>;
test.beforeAll(async () => {
  test.setTimeout(60_000);
  dev = await startDev();
});
test.afterAll(() => dev.stop());
test.describe.configure({ mode: 'default', timeout: 90_000 });
// Half the pixels are enough to see what has moved or changed its colour.
test.use({ deviceScaleFactor: 0.5 });
if (chromium)
  test.use({
    launchOptions: {
      executablePath: chromium,
      env: packedFonts(),
      args: [
        '--no-sandbox',
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
      ],
    },
  });

test('a search finds the text of guides in dev', async ({ page }) => {
  await page.goto(`${dev.url}search/?q=apple+pie`);
  // The first search renders every page.
  await expect(page.getByRole('status')).toHaveText(/Nothing found/, { timeout: 30_000 });
  await page.getByRole('searchbox').fill('Deploy it as every change');
  await expect(page.locator('.results a').first()).toHaveAttribute('href', /\/guides\/shop\/price-error\//);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`no state of a component has an accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${dev.url}gallery/`);
    await page.locator('body[data-filled]').waitFor();
    await page
      .locator('[data-group] details')
      .evaluateAll((folds) => folds.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
    // One page has what never stands on one page: ids, landmarks and headings come twice and in any order.
    const { violations } = await new AxeBuilder({ page })
      .disableRules([
        'duplicate-id-aria',
        'landmark-unique',
        'heading-order',
        'page-has-heading-one',
        'landmark-no-duplicate-contentinfo',
        'landmark-contentinfo-is-top-level',
      ])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
  });

const looks = [
  { width: 390, colorScheme: 'light' },
  { width: 1200, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
  { width: 1200, colorScheme: 'light' },
] as const;

for (const { width, colorScheme } of isFull ? looks : looks.slice(0, 2)) {
  test(`the gallery looks as in its pictures at ${width} px in ${colorScheme}`, async ({ page }) => {
    test.skip(!chromium, 'Pictures are compared in the Chromium of @sparticuz/chromium.');
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${dev.url}gallery/`);
    await page.addStyleTag({ content: fixedFonts() });
    await page.locator('body[data-filled]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    // Each begins at a whole pixel: else letters are drawn otherwise when a group above it grows.
    const groups = await page.locator('[data-group]').evaluateAll((sections) =>
      (sections as HTMLElement[]).map((section) => {
        const { bottom } = section.getBoundingClientRect();
        section.style.marginBlockEnd = `${Math.ceil(bottom) - bottom}px`;
        return section.dataset['group']!;
      }),
    );
    expect(groups.length).toBeGreaterThan(5);
    const parts = [
      ['header', '.site-header'],
      ['footer', 'body > .site-footer'],
      ...groups.map((group) => [group, `[data-group=${group}]`] as const),
    ] as const;
    for (const [name, selector] of parts)
      await expect.soft(page.locator(selector)).toHaveScreenshot(`${name}-${width}-${colorScheme}.png`, {
        scale: 'device',
        maxDiffPixels: 200,
      });
  });
}

/** The fonts of the pages stand in packages, so that no font of the machine is drawn. */
function fixedFonts(): string {
  const require = createRequire(import.meta.url);
  const face = (family: string, weight: number, file: string) =>
    `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: block; src: url(data:font/woff2;base64,${readFileSync(require.resolve(file)).toString('base64')}) }`;
  const faces = [400, 700].flatMap((weight) => [
    face('Fixed Sans', weight, `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
    face('Fixed Mono', weight, `@fontsource/sometype-mono/files/sometype-mono-latin-${weight}-normal.woff2`),
  ]);
  return `${faces.join('\n')}\n:root { --sans: 'Fixed Sans'; --mono: 'Fixed Mono' }`;
}
