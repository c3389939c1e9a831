import { append } from '../append.ts';
import { languages } from '../languages.ts';
import { isGoroutine, parseGoStack } from './go/stack.ts';
import { type Format, parseResult, type ParseResult, exceptionResult } from '../format.ts';
import { indentWidth, type Line, textAt } from '../line.ts';
import { findLine, parseFrames, skipLines } from '../find-lines.ts';
import { matchLocation } from '../location.ts';
import type { Exception, Frame } from '../types.ts';
import { parseRecovered } from './go/gin.ts';
import { ERROR_TRIGGERS, parseErrors } from './go/errors.ts';
import { parseSignal } from './go/signal.ts';

const LOOKAHEAD = 40;

/** What Go's runtime prints when a program stops: panics, fatal errors, data races; and errors with their stacks. */
export const go: Format = {
  id: 'go',
  language: languages.go,
  triggers: ['panic', 'fatal error', 'goroutine ', 'DATA RACE', 'SIG', ...ERROR_TRIGGERS],
  lookahead: { triggers: ['.go:', '.s:', '.c:', '.y:', 'cgo', '??:'], lines: 4 },
  lineStarts: {
    frames: ['created by '],
    // goroutine 1 [running]: · panic: text · ./a.go:1:2: text
    inside: ['goroutine \\d+ (?:gp=\\S+ m=\\S+ )?\\[', 'panic: ', '[^\\s:]{1,400}\\.go(?::\\d+){1,2}: '],
  },
  collapsed: [
    {
      // main.f(0x1, 0x2) /a.go:1 +0x1d
      signs: ['.go:', '.s:'],
      frame: /\S{1,400}\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?=\s|$)/,
      lineStart:
        /fatal error: |runtime stack:|exit status \d|\[signal |created by |\S{1,400}[.(]\S{0,400}(?: [^()]{1,400}\))?\s{1,4}\S{1,400}\.(?:go|s):\d/,
    },
  ],
  logTriggers: ['anic', 'goroutine', 'DATA RACE', '.go:'],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (text.includes('WARNING: DATA RACE')) return parseRace(lines, from);
    if (isGoroutine(text)) return parseHeadlessStack(lines, from);
    return (
      parseRecovered(lines, from) ??
      parsePanic(lines, from) ??
      parseSignalDump(lines, from) ??
      parseErrors(lines, from)
    );
  },
};

// panic: value · fatal error: text · http: panic serving 127.0.0.1:1: value · Observed a panic: "value" (error)
const HEAD =
  /^\s*(?:(panic|fatal error):(?: |$)|.{0,80}(?:http: panic serving \S{1,80}|Observed a panic): )(.*)$/;
const RECOVERED = / \[recovered(?:, repanicked)?\]$/;

function parsePanic(lines: Line[], from: number): ParseResult | undefined {
  const line = lines[from] as Line;
  const head = HEAD.exec(line.text.slice(0, 4000));
  if (head === null) return undefined;
  const type = head[1] ?? 'panic';
  const stack = goroutineAfter(lines, from);
  // gcc's and Rust's fatal errors have no goroutine.
  if (stack === undefined && (type === 'fatal error' || /^\s*$/.test(head[2] ?? ''))) return undefined;
  const exceptions: Exception[] = [
    { type, message: valueOf(head[2] ?? ''), frames: [], inputLine: line.inputLine },
  ];
  let next = from + 1;
  for (; next < (stack ?? lines.length); next++) {
    const { text, inputLine } = lines[next] as Line;
    const inner = /^\s+panic: (.*)$/.exec(text.slice(0, 4000))?.[1];
    const last = exceptions.at(-1) as Exception;
    if (inner !== undefined)
      exceptions.push({ type: 'panic', message: inner.replace(RECOVERED, ''), frames: [], inputLine });
    else if (text.startsWith('[signal ')) continue;
    else if (stack === undefined) break;
    else if (text.trim() !== '' && !text.startsWith('runtime stack:')) last.message += `\n${text}`;
  }
  const bare = parseFrames(lines, next, parseBareLocation);
  // Below a logger's record calls stand without a goroutine.
  const alone = bare.frames.length > 0 ? bare : parseGoStack(lines, next);
  const read = stack === undefined ? alone : parseGoroutines(lines, stack);
  (exceptions[0] as Exception).frames = read.frames;
  return parseResult(lines, from, read.next, { exceptions, reported: exceptions.length - 1, root: 0 });
}

/** What was thrown; Kubernetes' libraries print it twice: `"value" (runtime error: value)`. */
const valueOf = (text: string) =>
  (/^"[^"]{0,4000}" \((.{1,4000})\)$/.exec(text)?.[1] ?? text).replace(RECOVERED, '');

/** A place of Go alone, as older of those libraries print the calls. */
const parseBareLocation = (text: string) => matchLocation(BARE, text);
const BARE = [/^(?<file>\/\S{1,400}\.(?:go|s)):(?<line>\d+)$/];

function parseSignalDump(lines: Line[], from: number): ParseResult | undefined {
  const exception = parseSignal(lines, from);
  const stack = exception && goroutineAfter(lines, from);
  if (exception === undefined || stack === undefined) return undefined;
  const { frames, next } = parseGoroutines(lines, stack);
  return exceptionResult(lines, from, next, { ...exception, frames });
}

/** The line where stacks begin; a message may hold such a line as well, but further in. */
function goroutineAfter(lines: Line[], from: number): number | undefined {
  const margin = indentWidth(textAt(lines, from));
  return findLine(
    lines,
    from + 1,
    from + LOOKAHEAD,
    (text) => startsStack(text) && indentWidth(text) <= margin,
    (text) => margin > 0 && /^\s*(?:panic|fatal error): /.test(text) && indentWidth(text) <= margin,
  );
}

/** The frames of the first goroutine, and of the runtime's stack before it; the others are only passed over. */
function parseGoroutines(lines: Line[], from: number) {
  const frames: Frame[] = [];
  let next = from;
  let goroutines = 0;
  // One line of other output between goroutines is passed over.
  for (let start; (start = findLine(lines, next, next + 2, startsStack, isHead)) !== undefined;) {
    const text = textAt(lines, start);
    if (isGoroutine(text)) goroutines++;
    const read = parseGoStack(lines, start + 1);
    if (goroutines <= 1 && !isAncestor(text)) append(frames, read.frames);
    ({ next } = read);
  }
  return { frames, next: skipLines(lines, next, next + 1, (text) => /^exit status \d/.test(text)) };
}

const startsStack = (text: string) =>
  isGoroutine(text) || isAncestor(text) || text.startsWith('runtime stack:');
// [originating from goroutine 1]:
const isAncestor = (text: string) => /^\s*\[originating from goroutine \d+\]:/.test(text.slice(0, 80));
const isHead = (text: string) => HEAD.test(text.slice(0, 200));

/** A paste that begins with a goroutine. */
function parseHeadlessStack(lines: Line[], from: number): ParseResult | undefined {
  // Of many goroutines without frames each would be read to the end of all.
  if (parseGoStack(lines, from + 1).next === from + 1) return undefined;
  const { frames, next } = parseGoroutines(lines, from);
  return frames.length === 0
    ? undefined
    : exceptionResult(lines, from, next, { type: '', message: '', frames });
}

/** `WARNING: DATA RACE`: the stack of the access that was caught. */
function parseRace(lines: Line[], from: number): ParseResult {
  const last = skipLines(lines, from + 1, from + 400, (text) => !/^={10,}$/.test(text));
  const { frames } = parseGoStack(lines, from + 2);
  return exceptionResult(lines, from, last + 1, { type: 'DATA RACE', message: '', frames });
}
