import { type ParseResult, parseResult, exceptionResult } from './format.ts';
import type { Line } from './line.ts';
import { languageOfFile } from './origin.ts';
import { toAppFrame } from './location.ts';
import type { Frame } from './types.ts';

/** What a text says of one error: the names that a pattern's groups may have. */
export type PatternGroups = {
  /** Where it is not told, the file's name tells it, or else the format. */
  language?: string;
  type?: string;
  message?: string | undefined;
  code?: string | undefined;
  /** Where it happened: a place in the program's own code. */
  file?: string | undefined;
  line?: string | undefined;
  column?: string | undefined;
  name?: string | undefined;
  /** What follows that place. */
  frames?: Frame[];
};

/** A way in which tools tell of an error: a pattern with groups named as `Facts` are, and what it does not say itself. */
export type PatternRow = [
  pattern: RegExp,
  row?: Omit<PatternGroups, 'frames'> & {
    refersTo?: ParseResult['refersTo'];
    /** How many lines the pattern may read, joined by newlines; one where it is not told. */
    lineCount?: number;
    /** A line above it that belongs to it. */
    lineAbove?: RegExp;
    /** The lines below it that belong to it. */
    linesBelow?: RegExp;
    /** The lines below it that go on with its message. */
    messageLines?: RegExp;
  },
];

const MAX_BELOW = 200;

/** Reads a line, without the blanks around it, as the first of some patterns that fits. */
export function patternTable(rows: PatternRow[]) {
  return (lines: Line[], from: number): ParseResult | undefined => {
    const text = textOf(lines, from, 1);
    for (const [pattern, row = {}] of rows) {
      const match = pattern.exec(row.lineCount === undefined ? text : textOf(lines, from, row.lineCount));
      if (match !== null) return parseRow(lines, from, row, match);
    }
    return undefined;
  };
}

function parseRow(
  lines: Line[],
  from: number,
  row: NonNullable<PatternRow[1]>,
  match: RegExpExecArray,
): ParseResult {
  const { lineAbove: above, linesBelow: below, messageLines: more, refersTo } = row;
  const facts: PatternGroups = { ...row, ...match.groups };
  const start = from + match[0].split('\n').length;
  let next = start;
  if (more !== undefined) {
    next = skipMatching(lines, start, more);
    facts.message = joinTrimmed(facts.message ?? '', lines, start, next);
  }
  if (below !== undefined) next = skipMatching(lines, next, below);
  const begin = above?.test(lines[from - 1]?.text ?? '') === true ? from - 1 : from;
  const found = exceptionAt(lines, begin, next, facts);
  return refersTo === undefined ? found : { ...found, refersTo: refersTo };
}

const texts = new WeakMap<Line[], { all: string; starts: number[] }>();

/** The texts of some lines, without the blanks around each. */
function textOf(lines: Line[], from: number, count: number): string {
  let known = texts.get(lines);
  if (known === undefined) {
    const starts = [0];
    let all = '';
    for (const { text } of lines) starts.push((all += `${text.trim()}\n`).length);
    texts.set(lines, (known = { all, starts }));
  }
  const { all, starts } = known;
  return all.slice(starts[from], (starts[from + count] ?? all.length) - 1);
}

/** A reading of one error that some lines tell of. */
export function exceptionAt(lines: Line[], from: number, next: number, facts: PatternGroups): ParseResult {
  const { message = '', type, code, file = '', line, column, name, frames = [] } = facts;
  const indexOf = (part: string) =>
    from +
    Math.max(
      0,
      lines.slice(from, next).findIndex(({ text }) => text.includes(part)),
    );
  const { inputLine } = lines[indexOf(file)] as Line;
  const place = file === '' ? [] : [toAppFrame(inputLine, file, line, column, name)];
  const language = facts.language ?? languageOfFile(file);
  const { trace } = exceptionResult(lines, indexOf(type ?? (message.split('\n', 1)[0] as string)), next, {
    ...(language === undefined ? {} : { language }),
    type: type ?? 'error',
    message,
    code,
    frames: [...place, ...frames],
  });
  return parseResult(lines, from, next, trace);
}

/** The first line from `from` on that a pattern does not fit. */
export function skipMatching(lines: Line[], from: number, pattern: RegExp, limit = MAX_BELOW): number {
  let next = from;
  while (next < lines.length && next < from + limit && pattern.test((lines[next] as Line).text)) next++;
  return next;
}

/** The texts of some lines, without the blanks around each, as one message after `first`. */
export function joinTrimmed(first: string, lines: Line[], from: number, to: number): string {
  return [first, ...lines.slice(from, to).map(({ text }) => text.trim())].join('\n').trim();
}
