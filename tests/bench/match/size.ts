import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { matchIndex } from '../../../src/guide/index.ts';
import { readContent } from '../../../src/guide/read.ts';
import { match } from '../../../src/match/match.ts';
import type { MatchIndex } from '../../../src/match/types.ts';
import { parse } from '../../../src/trace/index.ts';
import { corpus } from '../../trace/corpus.ts';

const root = join(import.meta.dirname, '../../..');
const MOST = 60;

/** Prints what a reader's browser loads for matching, and how long one trace takes with few and with many guides. */
export async function sizeAndLookup(): Promise<void> {
  const { content } = await readContent(join(root, 'content'));
  const few = matchIndex(content);
  const code = await bundled();
  const index = gzipSync(JSON.stringify(many(few, 50))).length / 1000;
  const total = code + index;
  console.log('\nWhat the page loads, gzip:\n');
  console.log(`  parser and matcher  ${code.toFixed(1).padStart(6)} kB`);
  console.log(`  index of 50 guides  ${index.toFixed(1).padStart(6)} kB`);
  console.log(
    `  together            ${total.toFixed(1).padStart(6)} kB of at most ${MOST} kB${total > MOST ? ': TOO MUCH' : ''}`,
  );

  console.log('\nGuides of one trace, by the number of guides in the index:\n');
  const traces = corpus().flatMap(({ text }) => {
    const context = { lines: text.split('\n'), first: 1 };
    return parse(text).map((trace) => ({ trace, context: () => context }));
  });
  for (const [name, guides] of [
    ['few', few],
    ['many', many(few, 1000)],
  ] as const) {
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const start = process.cpuUsage();
      for (const { trace, context } of traces) match(trace, guides, context);
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, (user + system) / traces.length);
    }
    console.log(
      `  ${String(guides.guides.length).padStart(6)} guides (${name})  ${best.toFixed(1).padStart(6)} µs a trace`,
    );
  }
}

/** Kilobytes of the parser and the matcher as the page gets them. */
async function bundled(): Promise<number> {
  const bundle = await rolldown({ input: join(root, 'src/match/index.ts') });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  return (
    gzipSync(output.map((item) => ('code' in item ? item.code : '')).join(''), { level: 9 }).length / 1000
  );
}

/** An index of so many guides: the real ones first, then copies in which every word is another. */
function many(index: MatchIndex, count: number): MatchIndex {
  const guides = Array.from({ length: count }, (_, number) => {
    const guide = index.guides[number % index.guides.length];
    if (guide === undefined) throw new Error('There is no guide to copy.');
    if (number < index.guides.length) return guide;
    const { framework, ...facts } = guide;
    return { ...changed(facts, number), framework };
  });
  return { ...index, guides };
}

/** The same shape with other words, taken from recorded traces; holes of templates stay holes. */
function changed<Value>(value: Value, number: number): Value {
  const other = (word: string) => {
    let hash = number * 7919;
    for (let at = 0; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) >>> 0;
    return words[hash % words.length] ?? word;
  };
  return JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item === 'string' ? item.replace(/[A-Za-z]{3,}/g, other) : item,
  ) as Value;
}

const words = [...new Set(corpus().flatMap(({ text }) => text.match(/\b[A-Za-z]{3,20}\b/g) ?? []))];
