import { parseHeader } from '../exception-header.ts';
import { logPrefixLength } from '../log-prefix.ts';
import { UNAMBIGUOUS_START, TOOL_LINE_START } from './line-starts.ts';

// app.errors.OrderError: text — after whatever the tool put before it
const HEAD = '[\\p{L}_$][\\p{L}\\p{N}_$.]{0,120}(?:Error|Exception)(?: \\[[A-Z_]{3,60}\\])?: ';
// A time: 2026-02-03T09:41:07.1Z text · E, [2026-02-03T09:41:07 #1] ERROR
const BREAK = new RegExp(
  `(?<=\\S)(?<!FATAL|error)\\s{1,40}(?=${UNAMBIGUOUS_START}|(?<![:,]\\s)(?:${TOOL_LINE_START}|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:|[DIWEF], \\[))`,
  'gu',
);
// Not what a sentence or another head quotes: `retry: OrderError: text`, `nested exception is a.b.C: text`
const BEFORE_HEAD = new RegExp(`(?<![:(+-]|\\b(?:is|was|a|an|the|of|Uncaught|error))\\s(?=${HEAD})`, 'u');
const WHOLE_LINES = [
  '\\* What went wrong:',
  'APPLICATION FAILED TO START',
  'Description:',
  '--> \\S{1,200}:\\d{1,6}:\\d{1,6}',
  'rake aborted!',
  'Unhandled Runtime Error',
  'error during build:',
  'Build failed with \\d{1,3} errors?:',
  'Thrown at:',
  'In \\S{1,200}\\.php line \\d{1,6}:',
  'ERROR in \\S{1,200} \\d{1,6}:\\d{1,6}(?:-\\d{1,6})?',
  '_{3,}',
  'stack traceback:',
  'CallStack \\(from HasCallStack\\):',
  'Stacktrace:',
  'Traceback \\(most recent call last\\)',
];

// Words that are a line of their own: what follows them begins the next.
const WHOLE = new RegExp(`(?<=${WHOLE_LINES.join('|')}) (?=\\S)`, 'g');
const NPM = /^\s*npm (?:ERR!|error) /;
const MAX_LENGTH = 20_000;

/** The lines that were one: cut wherever a tool's line begins. */
export function splitAtLineStarts(text: string, isPaste: boolean): string[] {
  if (text.length > MAX_LENGTH) return [text];
  // Its name on the front of a line is npm's; what follows is that line's.
  if (NPM.test(text)) return text.split(/\s(?=npm (?:ERR!|error) )/);
  let cut = text
    .replace(BREAK, '\n')
    .replace(WHOLE, '\n')
    .replace(TITLED, (_, title?: string) => `${title ?? ''}\n`);
  if (isPaste && cut === text && parseHeader(text.trim()) === undefined)
    cut = text.replace(BEFORE_HEAD, '\n');
  return cut === text ? [text] : cut.split('\n');
}

// FAIL  a.test.js > adds prices AssertionError: text · 1) Error: BasketTest#test: KeyError: text
const TITLED = new RegExp(
  `(FAIL {1,2}\\S{1,200} > .{1,200}?|\\d\\) (?:Error|Failure): ?\\S{1,200}) (?=${HEAD})|(?<=\\d\\) test .{1,200}\\.exs:\\d{1,6}) `,
  'gu',
);

/** What is surely several lines: a time in the midst of a line, or a line of source with its place and its caret. */
export function splitAtTimestamps(text: string): string[] {
  if (text.length > MAX_LENGTH) return [text];
  if ((text.match(STAMP)?.length ?? 0) < 2) return text.replace(SOURCE, '$1\n$2\n$3\n').split('\n');
  return text
    .replace(STAMP, '\n')
    .split('\n')
    .map((line) => line.slice(logPrefixLength(line)));
}

// 2026-02-03 09:41:07 text · [2026-02-03 09:41:07,218: ERROR/Main] text · 02-03 09:41:07.120 text · Feb  3 09:41:07 text
const STAMP = /(?<![DIWEF],)\s(?=\[?(?:(?:\d{4}-)?\d\d-\d\d[T ]|[A-Z][a-z]{2} [ \d]\d )\d\d:\d\d:\d\d)/g;
// /srv/app/a.js:12 throw error; ^ Error: text
const SOURCE = /^\s*(\S{1,300}:\d{1,6}) (.{1,2000}?) (\^{1,200}) ?(?=\S)/;
