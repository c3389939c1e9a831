import { Worker } from 'node:worker_threads';
import { corpus } from '../../trace/corpus.ts';
import { type Answer, names } from './parsers.ts';

const LIMIT = 10_000;
const HOSTILE: Record<string, string> = {
  'long line': `Error: ${'a'.repeat(100_000)}`,
  blanks: `Error: x\n${' '.repeat(20_000)}`,
  'at signs': `Error: x\n${'@'.repeat(50_000)}`,
  brackets: `Error: x\n    at f${'('.repeat(50_000)}`,
  '50,000 frames': `Error: x\n${'    at f (a.js:1:2)\n'.repeat(50_000)}`,
};

type Run = { answers: (Answer | undefined)[]; milliseconds: number };

/** Prints how fast and how right the parsers of npm read the corpus, and how long hostile texts take, beside this one. */
export async function peers(): Promise<void> {
  const entries = corpus().filter(
    ({ expected }) => expected.length === 1 && typeof expected[0]?.frames === 'number',
  );
  const isScript = (language: string | undefined) => language === 'javascript' || language === 'typescript';
  const scripts = entries.filter(({ expected }) => isScript(expected[0]?.language));
  const others = entries.filter(({ expected }) => !isScript(expected[0]?.language));
  const size = entries.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const heads = ['parser', 'MB/s', 'type', 'frames: JS', 'frames: others', ...Object.keys(HOSTILE)];
  const rows = [heads];
  for (const name of names) {
    const all = await ended(name, Array.from({ length: 5 }, () => entries.map(({ text }) => text)).flat());
    const right = (part: typeof entries, is: (answer: Answer | undefined, index: number) => boolean) =>
      all === undefined
        ? '-'
        : `${part.filter((entry) => is(all.answers[entries.indexOf(entry)], entries.indexOf(entry))).length}/${part.length}`;
    const frames = (answer: Answer | undefined, index: number) =>
      answer?.frames === entries[index]?.expected[0]?.frames;
    const type = (answer: Answer | undefined, index: number) =>
      answer?.type === entries[index]?.expected[0]?.root;
    const row = [
      name,
      all === undefined ? '-' : ((size * 5) / (all.milliseconds / 1000)).toFixed(1),
      right(entries, type),
      right(scripts, frames),
      right(others, frames),
    ];
    for (const text of Object.values(HOSTILE)) {
      const run = await ended(name, [text]);
      row.push(run === undefined ? '> 10 s' : `${run.milliseconds.toFixed(0)} ms`);
    }
    rows.push(row);
  }
  console.log('\nParsers on the corpus (right answers) and on hostile texts, each in a thread of its own:\n');
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

/** The run of a parser over texts; undefined when it took longer than ten seconds and was ended. */
async function ended(name: string, texts: string[]): Promise<Run | undefined> {
  const worker = new Worker(new URL('peer.ts', import.meta.url), { workerData: { name, texts } });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Run | undefined>((resolve, reject) => {
      timer = setTimeout(() => resolve(undefined), LIMIT);
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
