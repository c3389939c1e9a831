import { test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';
import { isFull } from '../full.ts';

export { expect } from '@playwright/test';

/** A test in a page that has broken no rule: nothing thrown, no Content-Security-Policy violation, no foreign request. */
export const test = base.extend<{ clean: void; missing: boolean }>({
  /** Whether the test asks for addresses that are not there. */
  missing: [false, { option: true }],
  baseURL: process.env['SITE_URL']!,
  clean: [
    async ({ page, baseURL, missing }, use) => {
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        if (missing && message.text().includes('status of 404')) return;
        if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL!)) wrong.push(`foreign request: ${request.url()}`);
      });
      await use();
      base.expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

/** Paths, below the base, of every page that the sitemap names, and of those that it leaves out. */
export function builtPages(): string[] {
  const sitemap = readFileSync(join(projectRoot, 'dist', 'sitemap-0.xml'), 'utf8');
  const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url!).pathname);
  const home = urls.reduce((shortest, path) => (path.length < shortest.length ? path : shortest));
  return [...urls.map((path) => path.slice(home.length)), 'search/', '404.html'];
}

/**
 * Pages to look at closely: with `TRACEBOOK_TESTS=full` all of them; else one of each kind, and the longest guide besides.
 */
export function sampledPages(): string[] {
  const pages = builtPages();
  if (isFull) return pages;
  const size = (path: string) => readFileSync(join(projectRoot, 'dist', path, 'index.html')).length;
  const guides = guidePages().sort((a, b) => size(b) - size(a));
  const frameworks = pages.filter((path) => /^guides\/[^/]+\/$/.test(path));
  const others = pages.filter((path) => !path.startsWith('guides/') && !path.startsWith('e/'));
  const names = pages.filter((path) => path.startsWith('e/'));
  return [
    ...others,
    'guides/',
    ...frameworks.slice(0, 1),
    ...guides.slice(0, 1),
    ...guides.slice(-1),
    ...names.slice(0, 1),
  ];
}

/** Paths of the guides, below the base. */
export function guidePages(): string[] {
  return builtPages().filter((path) => /^guides\/[^/]+\/[^/]+\/$/.test(path));
}
