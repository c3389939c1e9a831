import type { Browser, Page } from 'playwright';
import { gzipSync } from 'node:zlib';
import type { GuideTitles, MatchIndex } from '../../../src/match/types.ts';
import { isInBuckets } from '../../../src/guide/match-index.ts';
import { bucketFiles } from '../../match/published-files.ts';

/** The files of a site's index by their paths below the site's base, as a build writes them. */
export function indexFiles(index: MatchIndex, titles: GuideTitles[]): Map<string, string> {
  const files = isInBuckets(index)
    ? bucketFiles(index, titles)
    : new Map<string, unknown>([
        ['match/index.json', { version: 1, ...index }],
        ['match/titles.json', { version: 1, guides: titles }],
      ]);
  return new Map([...files].map(([path, content]) => [path, JSON.stringify(content)]));
}

const sizes = new WeakMap<Map<string, string>, Map<string, number>>();

/** Bytes, gzip, of a file of an index. */
export function fileSize(files: Map<string, string>, path: string): number {
  const known = sizes.get(files) ?? new Map<string, number>();
  sizes.set(files, known);
  const size = known.get(path) ?? gzipSync(files.get(path)!, { level: 9 }).length;
  known.set(path, size);
  return size;
}

/** A page of the matcher whose site has the files of an index. `asked` has what was asked for, as it comes. */
export async function openMatcher(browser: Browser, files: Map<string, string>) {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route('**/match/**/*.json', (route) => {
    const path = /match\/.*\.json$/.exec(route.request().url())![0];
    asked.push(path);
    return route.fulfill({ body: files.get(path)!, contentType: 'application/json' });
  });
  await page.goto(`${process.env['SITE_URL']}match/`);
  await page.waitForLoadState('networkidle');
  return { page, asked };
}

/** Milliseconds from the paste of a text to its answer in the page, and where its first link leads. */
export function pasteText(page: Page, text: string): Promise<{ milliseconds: number; href: string | null }> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#box')!;
    const status = document.querySelector('.status')!;
    status.textContent = '';
    field.value = text;
    const start = performance.now();
    const answered = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (status.textContent === '') return;
        observer.disconnect();
        resolve();
      }).observe(status, { childList: true });
    });
    field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    await answered;
    const milliseconds = performance.now() - start;
    return { milliseconds, href: document.querySelector('.matches a')?.getAttribute('href') ?? null };
  }, text);
}
