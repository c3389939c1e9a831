import { chromium, type Page } from 'playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/site/project.ts';
import { findChromium } from '../site/chromium.ts';
import serve from '../site/global-setup.ts';

const ROUNDS = 200;
const MEGABYTES = 200;

/** Measures, in Chromium and on what dist/ holds, a paste of 200 lines, a log file, and the size of what is loaded. */
export async function run(): Promise<void> {
  sizes();
  const end = await serve();
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    await page.goto(`${process.env['SITE_URL']}match/`);
    await page.waitForLoadState('networkidle');
    await pastes(page);
    await file(page);
  } finally {
    await browser.close();
    end();
  }
}

function sizes(): void {
  const folder = join(projectRoot, 'dist', '_astro');
  const worker = readdirSync(folder).find((name) => /^worker-.*\.js$/.test(name))!;
  const size = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
  const parts = [size(join(folder, worker)), size(join(projectRoot, 'dist', 'match', 'index.json'))];
  console.log(`  worker ${parts[0]} bytes, index ${parts[1]} bytes, compressed`);
}

/** From the event of the paste to the answer in the page; each paste is another one. */
async function pastes(page: Page): Promise<void> {
  const times = await page.evaluate(async (rounds) => {
    const field = document.querySelector<HTMLTextAreaElement>('#box')!;
    const status = document.querySelector('.status')!;
    const measured: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const frames = Array.from(
        { length: 98 },
        (_, i) => `  File "/srv/app/part${i}.py", line ${i + round}, in step${i}\n    go(${i})`,
      );
      const text = `Traceback (most recent call last):\n${frames.join('\n')}\nbilliard.exceptions.WorkerLostError: Worker exited prematurely: signal 9 (SIGKILL) Job: ${round}.\n\n\n`;
      status.textContent = '';
      field.value = text;
      const start = performance.now();
      const answered = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.match') || status.textContent === '') return;
          observer.disconnect();
          resolve();
        }).observe(status, { childList: true });
      });
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
      await answered;
      measured.push(performance.now() - start);
    }
    return measured.sort((a, b) => a - b);
  }, ROUNDS);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
  console.log(`  200 lines pasted, ${ROUNDS} times: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

async function file(page: Page): Promise<void> {
  const seconds = await page.evaluate(async (megabytes) => {
    const quiet = Array.from(
      { length: 200 },
      (_, i) => `2026-02-03 09:41:07 INFO shop GET /items/${i} 200\n`,
    );
    const error =
      'Traceback (most recent call last):\n  File "/srv/app/report.py", line 7, in rows\n    return table[key]\nKeyError: 1\n';
    const part = `${quiet.join('')}${error}`.repeat(100);
    const data = new DataTransfer();
    const copies = Math.ceil((megabytes * 1e6) / part.length);
    data.items.add(new File(Array<string>(copies).fill(part), 'large.log'));
    const start = performance.now();
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    const status = document.querySelector('.status')!;
    while (!status.textContent!.includes('read')) await new Promise((resolve) => setTimeout(resolve, 50));
    return (performance.now() - start) / 1000;
  }, MEGABYTES);
  console.log(
    `  a log of ${MEGABYTES} MB dropped: ${seconds.toFixed(1)} s, ${(MEGABYTES / seconds).toFixed(0)} MB/s`,
  );
}
