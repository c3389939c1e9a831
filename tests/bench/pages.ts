import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { projectRoot } from '../../src/site/project.ts';
import { serveSite } from '../../src/site/serve.ts';
import { findChromium } from '../site/chromium.ts';
import serve from '../site/global-setup.ts';
import { guidePages } from '../site/site.ts';
import { peer } from './build/tools.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const NAMES = ['performance', 'accessibility', 'practices', 'SEO'];
const RUNS = 5;

/** One audit of a page: four scores of 100, and what a reader on a slow phone waits for. */
type Audit = {
  scores: number[];
  paint: number;
  blocked: number;
  shift: number;
  bytes: number;
  faults: string[];
};

/**
 * Audits pages of dist/ with Lighthouse as on a slow phone and prints the median of several runs of each, and beside
 * them the largest guide as a page of Starlight.
 * @param runs of each page
 * @param peers without "starlight" only our pages are audited
 */
export async function run({
  runs = RUNS,
  peers = ['starlight'],
}: { runs?: number; peers?: string[] } = {}): Promise<void> {
  if (!existsSync(join(projectRoot, 'dist', 'index.html')))
    throw new Error('There is no built site in dist/. Run: npm run build');
  const end = await serve();
  try {
    console.log(`Lighthouse ${version()}, mobile, median of ${runs}:\n`);
    console.log(
      `  ${'page'.padEnd(34)}${NAMES.map((name) => name.padStart(14)).join('')}     paint  blocked  shift      sent`,
    );
    const auditAll = async (name: string, url: string) => {
      const audits: Audit[] = [];
      for (let i = 0; i < runs; i++) audits.push(await audit(url));
      print(name, audits);
    };
    for (const path of pagesToAudit()) await auditAll(`/${path}`, `${process.env['SITE_URL']}${path}`);
    if (!peers.includes('starlight')) return;
    const starlight = await serveStarlight(largestGuide());
    await auditAll(`Starlight, ${largestGuide().split('/')[2]}`, `${starlight.url}${largestGuide()}`);
    starlight.close();
  } finally {
    end();
  }
}

/** The first page, the largest guide, its framework, the matcher. */
function pagesToAudit(): string[] {
  const guide = largestGuide();
  return ['', guide, guide.replace(/[^/]+\/$/, ''), 'match/'];
}

/** `guides/celery/worker-lost-error/` */
function largestGuide(): string {
  const size = (path: string) => readFileSync(join(projectRoot, 'dist', path, 'index.html')).length;
  return guidePages().sort((a, b) => size(b) - size(a))[0]!;
}

/** Builds a site of Starlight that has one guide, at the same path and from its Markdown, and serves it as ours is. */
async function serveStarlight(path: string): Promise<{ url: string; close: () => void }> {
  const id = path.replace(/^guides\/|\/$/g, '');
  const folder = mkdtempSync(join(tmpdir(), 'tracebook-starlight-'));
  const twin = readFileSync(join(projectRoot, 'dist', 'guides', `${id}.md`), 'utf8');
  const { root, command, out } = peer('starlight', join(folder, 'site'), new Map([[id, twin]]));
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Starlight could not be built:\n${stdout}${stderr}`);
  writeFileSync(
    join(root, out, '_headers'),
    '/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  );
  const { server, url } = await serveSite(join(root, out), '/', '127.0.0.1', 0);
  const close = () => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, close };
}

/** Audits a page in a browser of its own: nothing is left in it from the page before. */
async function audit(url: string): Promise<Audit> {
  const port = await freePort();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...CATEGORIES],
    logLevel: 'error',
  }).finally(() => browser.close());
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`);
  const { categories, audits } = result.lhr;
  const value = (id: string) => audits[id]?.numericValue ?? 0;
  const weighted = CATEGORIES.flatMap((id) => categories[id]!.auditRefs.filter(({ weight }) => weight > 0));
  return {
    scores: CATEGORIES.map((id) => Math.round((categories[id]!.score ?? 0) * 100)),
    paint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    bytes: value('total-byte-weight'),
    faults: weighted.flatMap(({ id }) => {
      const { score, title, displayValue } = audits[id]!;
      return score !== null && score < 0.9 ? `${title}${displayValue ? `: ${displayValue}` : ''}` : [];
    }),
  };
}

function print(name: string, audits: Audit[]): void {
  const middle = (of: (audit: Audit) => number) => {
    const sorted = audits.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
  };
  const scores = CATEGORIES.map((_, i) => String(middle(({ scores }) => scores[i]!)).padStart(14));
  const paint = `${(middle((each) => each.paint) / 1000).toFixed(2)} s`.padStart(10);
  const blocked = `${middle((each) => each.blocked).toFixed(0)} ms`.padStart(9);
  const shift = middle((each) => each.shift)
    .toFixed(3)
    .padStart(7);
  const sent = `${(middle((each) => each.bytes) / 1000).toFixed(0)} kB`.padStart(10);
  console.log(`  ${name.padEnd(34)}${scores.join('')}${paint}${blocked}${shift}${sent}`);
  for (const fault of new Set(audits.flatMap(({ faults }) => faults))) console.log(`      ${fault}`);
}

const version = () =>
  (
    JSON.parse(readFileSync(join(projectRoot, 'node_modules/lighthouse/package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
