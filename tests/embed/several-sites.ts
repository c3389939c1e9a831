import { execFile } from 'node:child_process';
import { writeFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test as base } from '@playwright/test';
import { stringify } from 'yaml';
import { serveSite } from '../../src/site/serve.ts';
import { temporaryProject } from '../guide/project.ts';
import { deadAddress, publish, serveFlood, serveGuides } from './other-servers.ts';

export { expect };

/** The site of the shop's errors, which names other sites. */
export type Sites = {
  url: string;
  /** What each of the other sites was asked for. */
  asked: { hostile: string[]; slow: string[] };
  /** Bytes that the site without an end sent. */
  flood: number[];
  /** Lets the slow site answer. */
  releaseSlow(): void;
};

/** A script in each text, addresses in ids, characters that turn the direction, and an index of version 9. */
const hostile = publish('evil/script', 'EvilError', {
  title: '<img src=x onerror="hacked=1">\u202eEvil',
  cause: 'boom',
  causeTitle: '<script>hacked=1</script>Evil cause',
  fix: '"><a href="javascript:hacked=1">Evil fix</a>',
});
const addresses = publish('../../../javascript:hacked=1//x', 'EvilError', {
  title: 'Evil address',
  cause: '"><script>hacked=1</script>',
  fix: 'None.',
});

export const test = base.extend<{ quiet: void }, { sites: Sites }>({
  sites: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const asked: Sites['asked'] = { hostile: [], slow: [] };
      const flood: number[] = [];
      let releaseSlow = () => {};
      const released = new Promise<void>((resolve) => (releaseSlow = resolve));
      const priced = publish('store/price', 'PriceError', { title: 'Price', cause: 'low', fix: 'Raise it.' });
      const slow = publish('slow/slow-error', 'SlowError', { title: 'Slow', cause: 'late', fix: 'Wait.' });
      const handbook = await serveSite(join(import.meta.dirname, '../../dist'), '/', '127.0.0.1', 0);
      const others = [
        ['Store', await serveGuides(priced)],
        ['Slow', await serveGuides(slow, asked.slow, released)],
        ['Evil', await serveGuides(merge(hostile, addresses), asked.hostile)],
        ['Future', await serveGuides(ofVersion(9, hostile))],
        ['Flood', await serveFlood(flood)],
      ] as const;
      const root = await temporaryProject();
      const file = join(root, 'content', 'site.yaml');
      const otherSites = [
        { name: 'Handbook', url: handbook.url },
        { name: 'Dead', url: await deadAddress() },
        ...others.map(([name, { url }]) => ({ name, url })),
      ];
      await writeFile(file, (await readFile(file, 'utf8')) + stringify({ otherSites }));
      await promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });
      const { server, url } = await serveSite(join(root, 'dist'), '/errors/', '127.0.0.1', 0);
      await use({ url, asked, flood, releaseSlow });
      for (const { close } of others.map(([, other]) => other)) close();
      for (const own of [server, handbook.server]) {
        own.close();
        own.closeAllConnections();
      }
      await rm(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  /** Nothing is thrown and no policy broken, whatever the other sites do. */
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy|Refused/.test(message.text())) faults.push(message.text());
      });
      await use();
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    },
    { auto: true },
  ],
  baseURL: ({ sites }, use) => use(sites.url),
});

/** Opens a page and waits until its own guides and those of the sites that answer are there. */
export async function openPage(page: Page, path: string): Promise<void> {
  const answered = ['names.json', 'match/titles.json'].map((file) =>
    page.waitForResponse(
      (response) => response.url().endsWith(`/${file}`) && !response.url().includes('/errors/'),
    ),
  );
  await page.goto(path);
  await page.getByLabel('Paste a stack trace or search').focus();
  await Promise.all(answered);
  await page.waitForTimeout(300);
}

type Published = ReturnType<typeof publish>;
type Lists = { index: { guides: unknown[] }; titles: unknown[]; names: { guides: unknown[] } };

function merge(one: Published, two: Published): Published {
  const [a, b] = [one, two] as unknown as [Lists, Lists];
  return {
    index: { ...a.index, guides: [...a.index.guides, ...b.index.guides] },
    titles: [...a.titles, ...b.titles],
    names: { ...a.names, guides: [...a.names.guides, ...b.names.guides] },
  };
}

function ofVersion(version: number, { index, titles, names }: Published): Published {
  return { index: { ...(index as object), version }, titles, names: { ...(names as object), version } };
}
