import { test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';

export { expect } from '@playwright/test';

/** A test in a page that has broken no rule: nothing thrown, no Content-Security-Policy violation, no foreign request. */
export const test = base.extend<{ clean: void }>({
  baseURL: process.env['SITE_URL']!,
  clean: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
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
