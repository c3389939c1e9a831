import { expect, sampledPages, test } from './site.ts';

for (const path of sampledPages()) {
  test(`/${path} prints whole: nothing is cut, folded, or dark`, async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      for (const pre of document.querySelectorAll('pre, .listing code'))
        if (pre.scrollWidth > pre.clientWidth + 1 && getComputedStyle(pre).display !== 'inline')
          found.push(`cut: ${pre.textContent.slice(0, 80)}`);
      for (const fold of document.querySelectorAll('details'))
        if (
          fold.checkVisibility() &&
          !fold.lastElementChild!.checkVisibility({ contentVisibilityAuto: true })
        )
          found.push(`folded: ${fold.textContent.slice(0, 80)}`);
      for (const part of document.querySelectorAll('.site-header, .site-footer, .copy, .contents'))
        if (part.checkVisibility()) found.push(`printed: ${part.className}`);
      return found;
    });
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
  });

  test(`/${path} can be read at 200 %: nothing moves out at the side, and little of the view is covered`, async ({
    page,
  }) => {
    // A window of 1280 × 800 pixels.
    await page.setViewportSize({ width: 640, height: 400 });
    await page.goto(path);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page.evaluate(() => scrollTo(0, 1000));
    const covered = await page.evaluate(() => {
      const isStuck = (element: Element) => /^(?:sticky|fixed)$/.test(getComputedStyle(element).position);
      const stuck = [...document.querySelectorAll('body *')].filter(
        (element) => isStuck(element) && element.checkVisibility(),
      );
      const heights = stuck.map((element) => {
        const { top, bottom, width } = element.getBoundingClientRect();
        return width < innerWidth / 2 ? 0 : Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
      });
      return Math.max(0, ...heights) / innerHeight;
    });
    expect(covered).toBeLessThan(0.2);
    // Only the text, as some readers have it.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await sideways()).toBeLessThanOrEqual(0);
  });

  test(`/${path} says in forced colours what it says by colour`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(path);
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      for (const line of document.querySelectorAll('.change del, .change ins')) {
        const { content } = getComputedStyle(line, '::before');
        if (!/[-−+]/.test(content)) found.push(`no sign: ${line.textContent}`);
      }
      const look = (element: Element) => {
        const { outlineStyle, outlineWidth, borderInlineStartStyle, borderInlineStartWidth, fontWeight } =
          getComputedStyle(element);
        return [
          outlineStyle,
          outlineWidth,
          borderInlineStartStyle,
          borderInlineStartWidth,
          fontWeight,
        ].join();
      };
      for (const group of document.querySelectorAll('.choices')) {
        const [on, off] = [':has(:checked)', ':not(:has(:checked))'].map((state) =>
          group.querySelector(`label${state}`),
        );
        if (on && off && look(on) === look(off)) found.push(`the choice is not seen: ${group.textContent}`);
      }
      for (const root of document.querySelectorAll('.listing > .root')) {
        const other = root.parentElement!.querySelector(':scope > li:not(.root, .own)');
        if (other && look(root) === look(other)) found.push(`the root is not seen: ${root.textContent}`);
      }
      return found;
    });
    expect(faults).toEqual([]);
  });
}
