import { stripVTControlCharacters } from 'node:util';
import { moments } from './normalise-moments.ts';
import { numberValues } from './number-values.ts';

/** One step that replaces what differs from run to run. Takes linear time, whatever the text. */
export type Step = (text: string) => string;

/**
 * Makes the output of two runs of the same code the same text, as a person would have seen it in a container:
 * the app in /app, one fixed moment, one fixed process.
 * @param paths folders of this machine and what stands for them
 * @param runtimeSteps steps for what only the runtime's tools print
 */
export function normalise(
  text: string,
  paths: [path: string, name: string][],
  runtimeSteps: Step[] = [],
): string {
  return [...Object.values(steps), ...runtimeSteps].reduce(
    (result, step) => step(result),
    folders(text, paths),
  );
}

/**
 * Leaves out the lines that a template fits, whole, with the holes for anything.
 * @param templates `dropLines` of framework.yaml
 */
export function dropLines(text: string, templates: string[]): string {
  const patterns = templates.map((template) => template.split(/\{[^{}\n]*\}/));
  const isDropped = (line: string) => patterns.some((literals) => fitsWhole(literals, line));
  if (patterns.length === 0) return text;
  return text
    .split('\n')
    .filter((line) => !isDropped(line))
    .join('\n');
}

/** Whether a line is made of the literals in their order, with anything between them and nothing around. */
function fitsWhole(literals: string[], line: string): boolean {
  const first = literals[0]!;
  const last = literals.at(-1)!;
  if (literals.length === 1) return line === first;
  if (!line.startsWith(first) || !line.endsWith(last)) return false;
  let offset = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = line.indexOf(literal, offset);
    if (found < 0) return false;
    offset = found + literal.length;
  }
  return offset <= line.length - last.length;
}

/** The steps in their order, each by what it evens out. */
export const steps = {
  colours,
  lineEnds,
  moments,
  uuids,
  processIds,
  transactions,
  staleWords,
  addresses,
  durations,
  rates,
  seeds,
  ports,
  temporaryNames,
} satisfies Record<string, Step>;

/** `/tmp/tracebook-x1Y2z3/app/tasks.py` → `/app/tasks.py`: the longest folder first, whole names only. */
export function folders(text: string, paths: [path: string, name: string][]): string {
  const longestFirst = [...paths].sort(([a], [b]) => b.length - a.length);
  for (const [path, name] of longestFirst) {
    text = text.replace(new RegExp(`${escape(path)}(?![\\w.-])`, 'g'), () => name);
  }
  return text;
}

/** Terminal colours, where a program prints them without a terminal. */
function colours(text: string): string {
  return stripVTControlCharacters(text);
}

/** `\r\n` → `\n`, and exactly one at the end. */
function lineEnds(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  let end = lines.length;
  while (lines[end - 1] === '\n') end -= 1;
  return end === 0 ? '' : `${lines.slice(0, end)}\n`;
}

/** UUIDs → numbered ones, so that the same one is still the same. */
function uuids(text: string): string {
  const number = numberValues();
  return text.replace(
    /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g,
    (uuid) => `5f0c1a52-7d3e-4b86-9a10-${number(uuid).toString().padStart(12, '0')}`,
  );
}

/** What stands before the number of a process. */
const BEFORE_PROCESS_ID = [
  // pid:10359  pid=10359  PID 10359
  String.raw`\bpid[:= ]\s?`,
  // (node:10359) Warning
  String.raw`\(node:`,
  // thread 'main' (10359) panicked
  String.raw`\bthread '[^'\n]{0,200}' \((?=\d+\) panicked)`,
  // ==10359==ERROR: AddressSanitizer
  String.raw`^==(?=\d+==)`,
  // LWP 10359   (process 10359)
  String.raw`\bLWP `,
  String.raw`\(process `,
  // bash: line 1: 10359 Segmentation fault
  String.raw`: line \d{1,9}: {1,9}(?=\d+ (?:Segmentation|Aborted|Killed|Bus|Illegal|Floating|Terminated)\b)`,
  // Process 10359 waits for ShareLock   Process 10359: UPDATE   blocked by process 10359
  String.raw`\bProcess (?=\d+(?: waits for |: ))`,
  String.raw`\bblocked by process `,
  // 2026-11-30T09:30:00.000Z  INFO 10359 --- [main]
  String.raw`\b(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (?=\d+ --- \[)`,
  // 2026-11-30 09:30:00.000 UTC [10359] ERROR
  String.raw` UTC \[(?=\d+\] )`,
  // [2026-11-30T09:30:00.000000 #10359]
  String.raw`:\d\d\.\d{6} #(?=\d+\])`,
];
const PROCESS_ID = new RegExp(`(${BEFORE_PROCESS_ID.join('|')})(\\d+)\\b`, 'gim');

/** `pid:10359`, `(node:10359)`, `==10359==` and their like → numbered from 101. */
function processIds(text: string): string {
  const number = numberValues();
  return text.replace(PROCESS_ID, (_, before: string, pid: string) => `${before}${100 + number(pid)}`);
}

/** PostgreSQL's `on transaction 739` → numbered from 741. */
function transactions(text: string): string {
  const number = numberValues();
  return text.replace(
    /\b(on transaction )(\d+)\b/g,
    (_, before: string, transaction: string) => `${before}${740 + number(transaction)}`,
  );
}

/** `func1(0x60?)` → `func1(0x0?)`: with a question mark, Go says what a register last held. */
function staleWords(text: string): string {
  return text.replace(/\b0x[\da-f]{1,16}\?/g, '0x0?');
}

/** `0x7f6204efa5c0` → numbered, of the same length; short ones are not addresses. */
function addresses(text: string): string {
  const number = numberValues();
  return text.replace(/\b0x([\da-f]{8,16})\b/gi, (address, digits: string) => {
    // Go's heap begins with c0, others' with 7f; Ruby and Java write leading zeros.
    const zeros = digits.length === 16 ? '0000' : '';
    const first = /^c0.{8}$/i.test(digits) ? 'c0' : '7f';
    // Go 1.26 begins its heap anywhere below 2^46: mostly 12 digits, one time in four 11, one in eighty 10.
    const width = first === '7f' && digits.length > 8 ? Math.max(digits.length, 12) : digits.length;
    const room = width - zeros.length - first.length;
    return `0x${zeros}${first}${number(address.toLowerCase()).toString(16).padStart(room, '0')}`;
  });
}

/** Durations → zeros of the same form; whole numbers in brackets, such as a limit `(3s)`, stay. */
function durations(text: string): string {
  return (
    text
      // in 1.02s   in 0.00123 seconds
      .replace(/\bin \d+\.\d+( ?)(s|seconds)\b/g, 'in 0.00$1$2')
      // in 312 ms   in 12.5ms
      .replace(/\bin \d+(?:\.\d+)?( ?)ms\b/g, 'in 0$1ms')
      // (20.95ms)   (5 ms)   (1.25s)
      .replace(/\(\d+\.\d+( ?)(ms|s)\)/g, '(0.00$1$2)')
      .replace(/\(\d+( ?)ms\)/g, '(0$1ms)')
      // duration_ms 139.32
      .replace(/\bduration_ms \d+(\.\d+)?/g, 'duration_ms 0.00')
      // Time elapsed: 0.023 s   Total time:  1.234 s   Time:        0.512 s
      .replace(/\b((?:Time elapsed|Total time|Time): {0,20})\d+(?:\.\d+)?( ?s)\b/g, '$10.00$2')
      // Time: 00:00.012, Memory: 6.00 MB
      .replace(/\bTime: \d\d:\d\d\.\d{3}, Memory: [\d.]{1,20} MB/g, 'Time: 00:00.000, Memory: 6.00 MB')
      // Started Shop in 1.234 seconds (process running for 1.9)
      .replace(/\(process running for \d+(?:\.\d+)?\)/g, '(process running for 0.00)')
      // (files took 0.12345 seconds to load)
      .replace(/\bfiles took \d+\.\d+ seconds\b/g, 'files took 0.00 seconds')
      // ok  	example.com/order	0.003s
      .replace(/^((?:ok|FAIL) {0,2}\t\S{1,500}\t)\d+\.\d+s$/gm, '$10.000s')
      // Duration  312ms (transform 31ms, setup 0ms, collect 20ms)
      .replace(/^ *Duration  .{0,300}$/gm, (line) => line.replace(/\d+(?:\.\d+)?(?=m?s\b)/g, '0'))
      // ✓ test/price.test.ts (1 test) 3ms
      .replace(/(\(\d{1,9} tests?[^)\n]{0,80}\) )\d+(?=ms$)/gm, '$10')
  );
}

/** `810.37 runs/s, 810.37 assertions/s` → zeros. */
function rates(text: string): string {
  return text.replace(/\b\d+\.\d+ (runs|assertions)\/s\b/g, '0.00 $1/s');
}

/** `--seed 12345`, `Randomized with seed 12345` → one seed. */
function seeds(text: string): string {
  return text.replace(/(\bwith seed |--seed[ =])\d+\b/g, '$14242');
}

/** `127.0.0.1:32937` and a later `port: 32937` → numbered from 49152: only ports that the system hands out. */
function ports(text: string): string {
  const number = numberValues();
  return text.replace(
    /(?<![\w.])((?:127\.0\.0\.1|0\.0\.0\.0|localhost|\[::1?\]|::1?):|port[:= ] ?)(\d{5})\b/g,
    (whole, before: string, port: string) =>
      Number(port) < 32768 ? whole : `${before}${49151 + number(port)}`,
  );
}

/** `/tmp/tmpx1y2z3ab` of Python and `/tmp/go-build2837465` → numbered. */
function temporaryNames(text: string): string {
  const number = numberValues();
  return text.replace(
    /(\/tmp\/(?:tmp(?=[a-z\d_]{8}\b)|[A-Za-z][\w.-]{0,60}?(?=\d{7,20}\b)))([a-z\d_]{8}|\d{7,20})\b/g,
    (_, before: string, name: string) => before + String(number(name)).padStart(8, '0'),
  );
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
