import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { projectRoot } from '../../src/site/project.ts';
import { findChromium } from '../site/chromium.ts';
import serve from '../site/global-setup.ts';
import { guidePages } from '../site/site.ts';

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
 * Audits pages of dist/ with Lighthouse as on a slow phone and prints the median of several runs of each.
 * @param runs of each page
 */
export async function run({ runs = RUNS }: { runs?: number } = {}): Promise<void> {
  if (!existsSync(join(projectRoot, 'dist', 'index.html')))
    throw new Error('There is no built site in dist/. Run: npm run build');
  const end = await serve();
  const port = await freePort();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    console.log(`Lighthouse ${version()}, mobile, median of ${runs}:\n`);
    console.log(
      `  ${'page'.padEnd(34)}${NAMES.map((name) => name.padStart(14)).join('')}     paint  blocked  shift      sent`,
    );
    for (const path of pagesToAudit()) {
      const audits: Audit[] = [];
      for (let i = 0; i < runs; i++) audits.push(await audit(`${process.env['SITE_URL']}${path}`, port));
      print(path, audits);
    }
  } finally {
    await browser.close();
    end();
  }
}

/** The first page, the largest guide, its framework, the matcher. */
function pagesToAudit(): string[] {
  const size = (path: string) => readFileSync(join(projectRoot, 'dist', path, 'index.html')).length;
  const [guide] = guidePages().sort((a, b) => size(b) - size(a));
  return ['', guide!, guide!.replace(/[^/]+\/$/, ''), 'match/'];
}

async function audit(url: string, port: number): Promise<Audit> {
  const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
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

function print(path: string, audits: Audit[]): void {
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
  console.log(`  ${`/${path}`.padEnd(34)}${scores.join('')}${paint}${blocked}${shift}${sent}`);
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
