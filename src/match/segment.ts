import { formats } from '../trace/formats/index.ts';

/** A part of a text that may hold traces: offsets into it. */
export type Segment = { from: number; to: number };

// Words of errors whatever printed them; a format names further ones. Some line of every error has one.
const WORDS = [
  'rror',
  'xception',
  'FATA',
  'ERRO',
  'atal',
  'arning: ',
  'Could not',
  'could not',
  'Cannot ',
  'annot connect',
  'o space left',
  'Failed',
  'Timeout',
  'o such file',
  'lready in use',
  'Invalid ',
];
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
// One pass over the text. Sorted, and all of them plain text: the engine joins neighbours that begin alike.
const TRIGGER = new RegExp(
  [...new Set([...WORDS, ...formats.flatMap(({ logTriggers = [] }) => logTriggers)])]
    .sort()
    .map(escaped)
    .join('|'),
);
// A line that goes on with a trace: indented, also behind a time, or with one of the above.
const BELONGS = new RegExp(
  [
    /^[\t}\])|>+*│╭╰┃]/,
    // 2026-02-03T09:41:07.1Z     at f (a.js:1:2) · @shop/api:build:   code: 'E'
    /^(?:\[?\d[\d:T.,/ +-]{6,40}Z?\]? (?:\d\d[OE] )?|@?[\w./-]{1,60}:[\w:-]{1,40}: )(?:[\t}]| (?! *[A-Z]{4,8}\b))/,
    /^(?:at |from |Location: |- \/|#(?:\d| |$)|\d+: |created by |E  |npm |note: |\.\.\. |[\w.-]+ +\| )/,
    // f@https://x/a.js:1:2 · eval code@ · map@[native code]
    /^[^\s@]{0,100}(?: code)?@(?:\[native|$|\S{1,300}:\d+:\d+$)/,
    TRIGGER,
  ]
    .map(({ source }) => source)
    .join('|'),
);
const BEFORE = 6;
const QUIET = 10;
const MAX_LENGTH = 4_000_000;
const MAX_LINE_TESTED = 400;

/**
 * Finds the next part of a text that may hold traces, at or after an offset. `undefined`: there is none;
 * `to` is -1 when the text ended before it did.
 */
export function nextSegment(text: string, from: number): Segment | undefined {
  const found = text.slice(from).search(TRIGGER);
  if (found < 0) return undefined;
  let start = text.lastIndexOf('\n', from + found) + 1;
  const line = start;
  const isIn = hasMargin(text, line);
  for (let count = 0; count < BEFORE && start > from; count++) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (hasMargin(text, before) !== isIn) break;
    start = before;
  }
  return { from: Math.max(start, from), to: segmentEnd(text, line) };
}

/** Indented lines are most of a trace's: they are known without the pattern. */
const belongs = (text: string, start: number, end: number) =>
  text.charCodeAt(start) === 32 || BELONGS.test(text.slice(start, Math.min(end, start + MAX_LINE_TESTED)));

/** A mail's quote mark or a service's name, which lines around it have not. */
const hasMargin = (text: string, start: number) =>
  /^(?:> |[\w.-]{1,60} +\| )/.test(text.slice(start, start + 64));

/** The end of the last line before ten quiet ones, or before the next record of a log whose traces have no times. */
function segmentEnd(text: string, line: number): number {
  let quiet = 0;
  let end = line;
  let isBare = false;
  for (let start = line; start < text.length;) {
    const next = text.indexOf('\n', start);
    if (next < 0) return -1;
    if (isStamped(text, start)) {
      if (isBare) return start;
    } else if (next > start + 1) isBare = true;
    const isFirst = start === line;
    if (isFirst || (next > start && belongs(text, start, next))) {
      quiet = 0;
      end = next + 1;
      if (end - line > MAX_LENGTH) return end;
    } else if (++quiet >= QUIET) return end;
    // A type without a word of an error stands below its frames.
    else if (quiet === 1 && next > start) end = next + 1;
    start = next + 1;
  }
  return -1;
}

/** `2026-02-03 09:41:07`, in brackets or not: three digits and a colon or a hyphen among the first characters. */
function isStamped(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  const inputLine = first === 91 ? start + 1 : start;
  return (
    isDigit(text, inputLine) &&
    isDigit(text, inputLine + 1) &&
    (text[inputLine + 2] === ':' ||
      (isDigit(text, inputLine + 3) && (text[inputLine + 4] === '-' || text[inputLine + 4] === '/')))
  );
}

const isDigit = (text: string, offset: number) => {
  const code = text.charCodeAt(offset);
  return code >= 48 && code <= 57;
};
