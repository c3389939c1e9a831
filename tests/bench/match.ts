import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scan } from '../../src/match/scan.ts';
import type { MatchIndex } from '../../src/match/types.ts';
import { corpus } from '../trace/corpus.ts';
import { peers } from './match/peers.ts';
import { sizeAndLookup } from './match/size.ts';

const MEGABYTES = 100;

/** Measures how fast logs are read, beside `wc -l`, and how well beside other parsers. Prints a table of each. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracebook-bench-'));
  try {
    console.log('Reading logs on one core, MB of log a second, best of three runs:\n');
    console.log(
      `  ${'log'.padEnd(20)} ${'by the clock'.padStart(14)} ${'by CPU time'.padStart(14)} ${'wc -l'.padStart(8)}`,
    );
    for (const [name, text] of Object.entries(logs())) {
      const file = join(folder, `${name}.log`);
      writeFileSync(file, text.repeat(Math.ceil((MEGABYTES * 1e6) / text.length)));
      const size = statSync(file).size / 1e6;
      const own = await best(async () => void (await scan(createReadStream(file, 'utf8'), index)));
      const wc = await best(async () => void execFileSync('wc', ['-l', file]));
      const cells = [own.seconds, own.cpu, wc.seconds].map((seconds) => (size / seconds).toFixed(0));
      console.log(
        `  ${name.padEnd(20)} ${cells[0]?.padStart(14)} ${cells[1]?.padStart(14)} ${cells[2]?.padStart(8)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  await sizeAndLookup();
  await peers();
}

const index: MatchIndex = {
  frameworks: [{ id: 'python', language: 'python', packages: [] }],
  guides: [
    {
      id: 'python/key-error',
      exceptions: ['KeyError'],
      messages: [],
      codes: [],
      causes: {},
    },
  ],
};

/** A log without errors, one in which the same few errors come again and again, and one in which each is different. */
function logs(): Record<string, string> {
  const quiet = Array.from(
    { length: 10_000 },
    (_, line) =>
      `2026-02-03 09:41:07,${100 + (line % 900)} INFO  [worker-${line % 8}] shop.requests - GET /api/items/${line} 200 in ${line % 97} ms\n`,
  );
  const traces = corpus()
    .filter((entry) => entry.text.length < 4000)
    .map((entry) => `2026-02-03 09:41:07,120 ERROR [worker-1] shop.jobs - job failed\n${entry.text}\n`);
  const different = Array.from({ length: 200 }, (_, round) =>
    traces.map((text) => text.replaceAll('app', `app${word(round)}`)).join(''),
  );
  return {
    'no errors': quiet.join(''),
    'same errors': traces.join(''),
    'different errors': different.join(''),
  };
}

/** `a`, `b` … `ba`: letters, since numbers count as values. */
const word = (number: number): string =>
  number < 26 ? String.fromCharCode(97 + number) : word(Math.floor(number / 26)) + word(number % 26);

/** The fastest of three runs: what the machine does besides makes others slower. */
async function best(work: () => Promise<void>): Promise<{ seconds: number; cpu: number }> {
  let seconds = Infinity;
  let cpu = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const used = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(used);
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    cpu = Math.min(cpu, (user + system) / 1e6);
  }
  return { seconds, cpu };
}
