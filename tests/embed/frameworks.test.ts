import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import send from 'send';
import { projectRoot } from '../../src/site/project.ts';
import { listen } from './host-page.ts';
import { expect, site, test } from './page.ts';
import { paste } from '../site/clipboard.ts';
import { isFull, ONLY_FULL } from '../full.ts';

const run = promisify(execFile);
const flattened = readFileSync(join(projectRoot, 'tests/site/pastes/flattened.txt'), 'utf8');
/** Both have inline scripts and styles of their own; of the site's origin they allow what any embed needs. */
const { origin } = new URL(site);
const policy = `default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' ${origin}; connect-src 'self' ${origin}`;

test.skip(!isFull, `Installs and builds Starlight and Docusaurus: ${ONLY_FULL}.`);
test.describe.configure({ mode: 'serial', timeout: 900_000 });

for (const [name, build, output] of [
  ['starlight', ['astro', 'build'], 'dist'],
  ['docusaurus', ['docusaurus', 'build'], 'build'],
] as const) {
  test(`the embed answers in ${name}, in its light and its dark theme`, async ({ page }) => {
    const dir = await buildSite(name, build);
    const host = await listen(
      createServer((request, response) => {
        response.setHeader('Content-Security-Policy', policy);
        // A browser asks for /favicon.ico where a site names no other.
        send(request, new URL(request.url!, origin).pathname, { root: join(dir, output) })
          .on('error', () => void response.writeHead(204).end())
          .pipe(response);
      }),
    );
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(host.url);
      await page.locator('html').evaluate((html, theme) => (html.dataset['theme'] = theme), scheme);
      await answers(page);
      const paper = await page
        .locator('tracebook-match .card')
        .evaluate((card) => getComputedStyle(card).backgroundColor);
      expect(paper).toBe(scheme === 'dark' ? 'rgb(24, 28, 25)' : 'rgb(255, 255, 255)');
    }
    if (name === 'docusaurus') {
      // Its pages change without a reload: the element is made anew.
      await page.getByRole('link', { name: 'people on call', exact: true }).click();
      await expect(page.locator('tracebook-match')).toHaveCount(0);
      await page.getByRole('link', { name: 'what a job printed', exact: true }).click();
      await answers(page);
    }
    host.close();
  });
}

async function answers(page: Page): Promise<void> {
  await paste(page, flattened);
  await expect(page.locator('tracebook-match .match-list a').first()).toHaveAttribute(
    'href',
    `${site}guides/celery/worker-lost-error/#out-of-memory`,
  );
}

/**
 * Builds a documentation site in the cache, where its packages are installed by its lock.
 * @returns its folder
 */
async function buildSite(name: string, [program, ...args]: readonly string[]): Promise<string> {
  const source = join(import.meta.dirname, name);
  const lock = await readFile(join(source, 'package-lock.json'));
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const dir = join(projectRoot, '.cache', 'embed', `${name}-${version}`);
  await mkdir(dir, { recursive: true });
  await cp(source, dir, { recursive: true });
  const env = { ...process.env, GUIDES_URL: site, ASTRO_TELEMETRY_DISABLED: '1', CI: 'true' };
  const options = { cwd: dir, env, maxBuffer: 50_000_000 };
  const installed = join(dir, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    await rm(join(dir, 'node_modules'), { recursive: true, force: true });
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  }
  await run(join(dir, 'node_modules', '.bin', program!), args, options);
  return dir;
}
