import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { match } from '../../../src/match/match.ts';
import type { MatchGuide, MatchIndex } from '../../../src/match/types.ts';
import { parse, type Trace } from '../../../src/trace/index.ts';
import { corpus } from '../../trace/corpus.ts';

const root = join(import.meta.dirname, '../../..');
/** Kilobytes that parser and matcher may have, gzip. The index of the guides comes on top. */
export const MOST = 85;

/** Prints what a reader's browser loads for matching, and how long one trace takes with few and with many guides. */
export async function sizeAndLookup(): Promise<void> {
  const { code, index } = await sizes();
  console.log('\nWhat the page loads, gzip:\n');
  console.log(
    `  parser and matcher  ${code.toFixed(1).padStart(6)} kB of at most ${MOST} kB${code > MOST ? ': TOO MUCH' : ''}`,
  );
  console.log(`  index of 50 guides  ${index.toFixed(1).padStart(6)} kB`);

  console.log('\nGuides of one trace, by the number of guides in the index:\n');
  const traces = corpus().flatMap(({ text }) => {
    const context = { lines: text.split('\n'), first: 1 };
    return parse(text).map((trace) => ({ trace, context: () => context }));
  });
  for (const index of [indexOf(5), indexOf(Infinity)]) {
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const start = process.cpuUsage();
      for (const { trace, context } of traces) match(trace, index, context);
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, (user + system) / traces.length);
    }
    console.log(
      `  ${String(index.guides.length).padStart(6)} guides  ${best.toFixed(1).padStart(6)} µs a trace`,
    );
  }
}

/** Kilobytes, gzip, of the code that matches and of an index of fifty guides. */
export async function sizes(): Promise<{ code: number; index: number }> {
  return { code: await bundled(), index: kilobytes(JSON.stringify(indexOf(50))) };
}

const kilobytes = (text: string) => gzipSync(text, { level: 9 }).length / 1000;

/** Kilobytes of the parser and the matcher as the page gets them; the reader of logs comes behind them. */
async function bundled(): Promise<number> {
  const bundle = await rolldown({ input: join(root, 'src/match/index.ts') });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  return kilobytes(output.map((item) => ('code' in item ? item.code : '')).join(''));
}

/** An index of so many guides at most, each about another error of the corpus; no two signals have the same words. */
function indexOf(count: number): MatchIndex {
  const entries = corpus();
  const lines = new Set(entries.flatMap(({ text }) => text.split('\n').map(template)));
  const words = [...lines].filter((line) => /[A-Za-z]{3}.*[A-Za-z]{3}/.test(line)).values();
  const roots = new Map<string, Trace>();
  for (const { text } of entries) {
    for (const trace of parse(text)) {
      const { type, message } = trace.exceptions[trace.root]!;
      if (message !== '') roots.set(`${type} ${template(message)}`, trace);
    }
  }
  const step = Math.max(1, Math.floor(roots.size / count));
  const chosen = [...roots.values()].filter((_, at) => at % step === 0).slice(0, count);
  const languages = [...new Set(chosen.map(({ language }) => language))];
  return {
    frameworks: languages.map((id) => ({ id, language: id, packages: [] })),
    guides: chosen.map((trace) => guideOf(trace, words)),
  };
}

const CAUSES = 4;

/** A guide with four causes of two signals each: the guides in content/ have three or four. */
function guideOf({ language, exceptions, root }: Trace, words: Iterator<string>): MatchGuide {
  const { type, message, code } = exceptions[root]!;
  const id = (text: string) =>
    text
      .toLowerCase()
      .match(/[a-z]+/g)!
      .slice(0, 3)
      .join('-');
  const next = () => words.next().value ?? type;
  return {
    id: `${language}/${id(`${type} ${message}`)}`,
    exceptions: [type, `app.errors.${type}`],
    messages: [template(message)],
    codes: code === undefined ? [] : [code],
    causes: Object.fromEntries(
      Array.from({ length: CAUSES }, () => {
        const message = next();
        return [id(message), { message: [message], near: [next()] }];
      }),
    ),
  };
}

/** The first line of a text as a template. */
const template = (text: string) => text.trim().split('\n', 1)[0]!.slice(0, 60).replace(/\d+/g, '{number}');
