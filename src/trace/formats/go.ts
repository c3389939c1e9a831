import { type Format, reading, type Reading } from '../format.ts';
import { indentOf, type Line } from '../line.ts';
import type { Exception } from '../types.ts';
import { readRecovered } from './go/gin.ts';
import { readErrors } from './go/errors.ts';
import { isGoroutine, readStack } from './go/stack.ts';

const LOOKAHEAD = 40;

/** What Go's runtime prints when a program stops: panics, fatal errors, data races; and errors with their stacks. */
export const go: Format = {
  id: 'go',
  language: 'go',
  hint: /panic: |pq: |Error \d{4}|fatal error: |panic serving|goroutine \d+|DATA RACE|^go: |--- FAIL: |panic recovered:|\.go:\d+|: [a-z][\w ]+$|rpc error: code = |\(SQLSTATE \w{5}\)$/,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (text.includes('WARNING: DATA RACE')) return readRace(lines, from);
    if (isGoroutine(text)) return readCut(lines, from);
    return readRecovered(lines, from) ?? readPanic(lines, from) ?? readErrors(lines, from);
  },
};

// panic: value · fatal error: text · http: panic serving 127.0.0.1:1: value
const HEAD = /^\s*(?:(panic|fatal error): ?|.{0,80}http: panic serving \S{1,80}: )(.*)$/;
const RECOVERED = / \[recovered(?:, repanicked)?\]$/;

function readPanic(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  if (!line.text.includes('panic') && !line.text.includes('fatal error')) return undefined;
  const head = HEAD.exec(line.text.slice(0, 4000));
  if (head === null) return undefined;
  const type = head[1] ?? 'panic';
  const stack = goroutineAfter(lines, from);
  // gcc's and Rust's fatal errors have no goroutine.
  if (stack === undefined && (type === 'fatal error' || /^\s*$/.test(head[2] ?? ''))) return undefined;
  const exceptions: Exception[] = [
    { type, message: (head[2] ?? '').replace(RECOVERED, ''), frames: [], at: line.at },
  ];
  let next = from + 1;
  for (; next < (stack ?? Math.min(lines.length, from + LOOKAHEAD)); next++) {
    const { text, at } = lines[next] as Line;
    if (text.trim() === '' || /^\[signal |^runtime stack:/.test(text)) continue;
    const inner = /^\s+panic: (.*)$/.exec(text.slice(0, 4000));
    const last = exceptions.at(-1) as Exception;
    if (inner !== null)
      exceptions.push({ type: 'panic', message: (inner[1] ?? '').replace(RECOVERED, ''), frames: [], at });
    else if (stack !== undefined) last.message += `\n${text}`;
    else break;
  }
  // `[signal …]` without a stack is the panic's still.
  if (stack === undefined)
    next = (lines[from + 1]?.text ?? '').startsWith('[signal ') ? from + 2 : from + exceptions.length;
  const read = stack === undefined ? { frames: [], next } : readGoroutines(lines, stack);
  (exceptions[0] as Exception).frames = read.frames;
  return reading(lines, from, read.next, {
    exceptions,
    reported: exceptions.length - 1,
    root: 0,
  });
}

/** The line where stacks begin; a message may hold such a line as well, but further in. */
function goroutineAfter(lines: Line[], from: number): number | undefined {
  const margin = indentOf((lines[from] as Line).text);
  for (let index = from + 1; index < lines.length && index <= from + LOOKAHEAD; index++) {
    const { text } = lines[index] as Line;
    if ((isGoroutine(text) || text.startsWith('runtime stack:')) && indentOf(text) <= margin) return index;
    if (/^\s*(?:panic|fatal error): /.test(text) && indentOf(text) <= margin && margin > 0) return undefined;
  }
  return undefined;
}

/** The frames of the first goroutine, and of the runtime's stack before it; the others are only passed over. */
function readGoroutines(lines: Line[], from: number) {
  const first: Exception['frames'] = [];
  let index = from;
  let goroutines = 0;
  while (index < lines.length) {
    const { text } = lines[index] as Line;
    if (isGoroutine(text)) goroutines++;
    else if (!text.startsWith('runtime stack:') && text.trim() !== '') break;
    else if (text.trim() === '' && !startsStack(lines[index + 1]?.text)) break;
    const read = readStack(lines, index + 1);
    if (goroutines <= 1) first.push(...read.frames);
    index = Math.max(read.next, index + 1);
    // One line of other output between goroutines is passed over.
    if (
      index + 1 < lines.length &&
      !startsStack(lines[index]?.text) &&
      (lines[index] as Line).text.trim() !== '' &&
      startsStack(lines[index + 1]?.text)
    )
      index++;
  }
  if (/^exit status \d/.test(lines[index]?.text ?? '')) index++;
  return { frames: first, next: index };
}

const startsStack = (text = '') => isGoroutine(text) || text.startsWith('runtime stack:');

/** A paste that begins with a goroutine. */
function readCut(lines: Line[], from: number): Reading | undefined {
  const read = readGoroutines(lines, from);
  if (read.frames.length === 0) return undefined;
  const exceptions = [{ type: '', message: '', frames: read.frames, at: (lines[from] as Line).at }];
  return reading(lines, from, read.next, { exceptions });
}

/** `WARNING: DATA RACE`: the stack of the access that was caught. */
function readRace(lines: Line[], from: number): Reading {
  let next = from + 1;
  while (next < lines.length && next < from + 400 && !/^={10,}$/.test((lines[next] as Line).text)) next++;
  const { frames } = readStack(lines, from + 2);
  const exceptions = [{ type: 'DATA RACE', message: '', frames, at: (lines[from] as Line).at }];
  return reading(lines, from, Math.min(next + 1, lines.length), { exceptions });
}
