import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveSite } from '../../src/site/serve.ts';
import { pseudoProject } from '../locales/project.ts';
import { test as base } from './site.ts';

export { expect } from './site.ts';

/** A test in a site whose interface is in the pseudo-locale, which runs from right to left; it is built once a worker. */
export const test = base.extend<object, { pseudoUrl: string }>({
  pseudoUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const root = await pseudoProject();
      await promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });
      const { server, url } = await serveSite(join(root, 'dist'), '/errors/', '127.0.0.1', 0);
      await use(url);
      server.close();
      server.closeAllConnections();
      await rm(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ pseudoUrl }, use) => use(pseudoUrl),
});

/** One page of each kind; of guides one in the language of the site and one in English. */
export const pages = [
  '',
  'guides/',
  'guides/shop/',
  'guides/shop/stock-error/',
  'guides/shop/price-error/',
  'exceptions/',
  'e/stockerror/',
  'match/',
  'search/',
  '404.html',
];
