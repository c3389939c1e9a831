import { parse } from '../../src/trace/index.ts';
import { corpus } from '../trace/corpus.ts';

/** A parser: the number of frames that it finds in a text. */
type Parser = (text: string) => number;

/** Prints how the npm parsers that are installed do on the corpus and on hostile texts, beside this one. */
export async function peers(): Promise<void> {
  const parsers: Record<string, Parser> = { tracebook: own, ...(await installed()) };
  const entries = corpus().filter(
    (entry) => entry.expected.length === 1 && typeof entry.expected[0]?.frames === 'number',
  );
  const javascript = entries.filter(
    (entry) => entry.format === 'node' && entry.expected[0]?.exceptions?.length === 1,
  );
  const others = entries.filter(
    (entry) => entry.expected[0]?.language !== 'javascript' && entry.expected[0]?.language !== 'typescript',
  );
  console.log('Right number of frames, and milliseconds for hostile texts:\n');
  console.log(
    `  ${'parser'.padEnd(22)} ${'node'.padStart(9)} ${'other languages'.padStart(16)} ${'long line'.padStart(10)} ${'blanks'.padStart(8)} ${'50,000 frames'.padStart(14)}`,
  );
  for (const [name, parser] of Object.entries(parsers)) {
    const cells = [
      `${right(parser, javascript)}/${javascript.length}`.padStart(9),
      `${right(parser, others)}/${others.length}`.padStart(16),
      time(parser, `Error: ${'a'.repeat(20_000)}`).padStart(10),
      time(parser, `Error: x\n${' '.repeat(20_000)}`).padStart(8),
      time(parser, `Error: x\n${'    at f (a.js:1:2)\n'.repeat(50_000)}`).padStart(14),
    ];
    console.log(`  ${name.padEnd(22)} ${cells.join(' ')}`);
  }
}

const own: Parser = (text) => {
  const trace = parse(text)[0];
  return trace?.exceptions[trace.root]?.frames.length ?? 0;
};

function right(parser: Parser, entries: ReturnType<typeof corpus>): number {
  return entries.filter((entry) => safely(() => parser(entry.text)) === entry.expected[0]?.frames).length;
}

function time(parser: Parser, text: string): string {
  const start = performance.now();
  safely(() => parser(text));
  return (performance.now() - start).toFixed(1);
}

/** Some parsers throw at what they cannot read: that is no answer. */
function safely(work: () => number): number | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

type Module = Record<string, unknown> & { default?: unknown };

/** How each peer is called: they have no shape in common. */
const calls: Record<string, (module: Module) => Parser> = {
  'error-stack-parser': (module) => (text) =>
    (module.default as { parse(error: unknown): unknown[] }).parse(errorOf(text)).length,
  'stacktrace-parser': (module) => (text) => (module['parse'] as (text: string) => unknown[])(text).length,
  stacktracey: (module) => (text) =>
    new (module.default as new (text: string) => { items: unknown[] })(text).items.length,
  'stack-utils': (module) => {
    const utils = new (module.default as new () => { parseLine(line: string): unknown })();
    return (text) => text.split('\n').filter((line) => utils.parseLine(line) !== null).length;
  },
  '@sentry/browser': (module) => (text) =>
    (module['defaultStackParser'] as (text: string) => unknown[])(text).length,
};

function errorOf(text: string): Error {
  const error = new Error('x');
  error.stack = text;
  return error;
}

async function installed(): Promise<Record<string, Parser>> {
  const found: Record<string, Parser> = {};
  for (const [name, call] of Object.entries(calls)) {
    try {
      found[name] = call((await import(name)) as Module);
    } catch {
      console.log(`${name} is not installed and is left out.`);
    }
  }
  return found;
}
