import { chromium } from 'playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/site/project.ts';
import { findChromium } from '../site/chromium.ts';
import serve from '../site/global-setup.ts';
import { fileSize, indexFiles, openMatcher, pasteText } from './buckets/first-answer.ts';
import { syntheticSite, type SyntheticSite } from './buckets/synthetic-index.ts';

/** Pages that are opened for one recorded trace each, and pastes of 200 lines into the last one. */
const PAGES = 25;
const ROUNDS = 200;

/**
 * Prints what the match index of synthetic guides costs a reader, in Chromium and with what dist/ holds of the matcher: its
 * bytes a guide, and the bytes and the time of the first answer. Files are answered without a network in between.
 */
export async function run({ guides }: { guides?: number } = {}): Promise<void> {
  const end = await serve();
  const browser = await chromium.launch(await findChromium());
  try {
    const worker = workerSize();
    console.log(`  worker with parser and matcher: ${kilobytes(worker)}, compressed as all sizes here`);
    for (const count of guides === undefined ? [100, 1000, 10_000] : [guides]) {
      const site = syntheticSite(count);
      const files = indexFiles(site.index, site.titles);
      printIndex(count, files, site);
      const traces = site.traces.filter((_, i) => i % Math.ceil(site.traces.length / PAGES) === 0);
      const bytes: number[] = [];
      const times: number[] = [];
      const others: number[] = [];
      let right = 0;
      for (const { guide, text } of traces) {
        const { page, asked } = await openMatcher(browser, files);
        const { milliseconds, href } = await pasteText(page, text);
        if (href?.includes(`/guides/${guide}/`)) right++;
        times.push(milliseconds);
        bytes.push(worker + asked.reduce((sum, path) => sum + fileSize(files, path), 0));
        others.push(asked.filter((path) => path.startsWith('match/buckets/')).length);
        if (others.length === traces.length) await printPastes(page, text);
        await page.close();
      }
      console.log(
        `    first answer: ${range(bytes, kilobytes)}, ${range(others, String)} buckets, ${range(times, (time) => `${time.toFixed(0)} ms`)}; ${right} of ${traces.length} find their own guide`,
      );
    }
  } finally {
    await browser.close();
    end();
  }
}

function workerSize(): number {
  const folder = join(projectRoot, 'dist', '_astro');
  const scripts = readdirSync(folder).filter((name) => /^worker-.*\.js$/.test(name));
  return gzipSync(readFileSync(join(folder, scripts[0]!)), { level: 9 }).length;
}

function printIndex(count: number, files: Map<string, string>, { index, titles }: SyntheticSite): void {
  const whole = [index, titles].map((part) => gzipSync(JSON.stringify(part), { level: 9 }).length / count);
  const first = fileSize(files, 'match/index.json');
  const buckets = [...files.keys()].filter((path) => path.startsWith('match/buckets/'));
  const inBuckets = buckets.map((path) => fileSize(files, path)).sort((a, b) => a - b);
  console.log(
    `\n  ${count} guides: ${whole[0]!.toFixed(0)} B of index and ${whole[1]!.toFixed(0)} B of titles a guide`,
  );
  console.log(
    buckets.length === 0
      ? `    in one file of ${kilobytes(first)}`
      : `    in ${buckets.length} buckets of ${range(inBuckets, kilobytes)}, and a first file of ${kilobytes(first)}`,
  );
}

/** Pastes 200 lines that end in a trace again and again, each time another text, with the guides of the first one loaded. */
async function printPastes(
  page: Awaited<ReturnType<typeof openMatcher>>['page'],
  trace: string,
): Promise<void> {
  const own = trace.trimEnd().split('\n').slice(-100);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const filler = Array.from({ length: 200 - own.length }, (_, i) => `step ${i} of round ${round}`);
    times.push((await pasteText(page, [...filler, ...own].join('\n'))).milliseconds);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
  console.log(`    200 lines pasted, ${ROUNDS} times: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** `median (least to most)` */
function range(numbers: number[], format: (number: number) => string): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least, median, most] = [0, 0.5, 1].map((share) => sorted[Math.floor(share * (sorted.length - 1))]!);
  return `${format(median!)} (${format(least!)} to ${format(most!)})`;
}
