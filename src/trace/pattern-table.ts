import { exceptionResult, type ParseResult, parseResult } from './format.ts';
import { languageOfFile } from './languages.ts';
import { type Line, textAt } from './line.ts';
import { toAppFrame } from './location.ts';
import type { Frame } from './types.ts';

/** What a text says of one error: the names that a pattern's groups may have. */
export type PatternGroups = {
  /** The language of the file when absent, else the format's. */
  language?: string;
  /** `error` when absent. */
  type?: string;
  message?: string | undefined;
  code?: string | undefined;
  /** Where it happened: a file of the program. */
  file?: string | undefined;
  line?: string | undefined;
  column?: string | undefined;
  name?: string | undefined;
  /** Frames after that place. */
  frames?: Frame[];
};

/** One way in which a tool reports an error: a pattern with groups named as in `PatternGroups`, and fixed values. */
export type PatternRow = [
  pattern: RegExp,
  row?: Omit<PatternGroups, 'frames'> & {
    refersTo?: ParseResult['refersTo'];
    /** Number of lines that the pattern is tried on, joined by newlines. 1 when absent. */
    lineCount?: number;
    /** The line above it that belongs to the error. */
    lineAbove?: RegExp;
    /** Lines below it that continue the message. */
    messageLines?: RegExp;
    /** Lines below it, and below the message, that belong to the error. */
    linesBelow?: RegExp;
  },
];

const MAX_BELOW = 200;

/** Builds a parser that tries patterns in their order on a line without the whitespace around it. */
export function patternTable(rows: PatternRow[]) {
  return (lines: Line[], from: number): ParseResult | undefined => {
    /** By their number of lines. */
    const texts: string[] = [];
    for (const [pattern, row = {}] of rows) {
      const { lineCount = 1 } = row;
      const match = pattern.exec((texts[lineCount] ??= trimmedLines(lines, from, lineCount)));
      if (match !== null) return parseRow(lines, from, row, match);
    }
    return undefined;
  };
}

/** Some lines, without the whitespace around each, as one text. */
const trimmedLines = (lines: Line[], from: number, count: number) =>
  count === 1
    ? textAt(lines, from).trim()
    : lines
        .slice(from, from + count)
        .map(({ text }) => text.trim())
        .join('\n');

function parseRow(
  lines: Line[],
  from: number,
  row: NonNullable<PatternRow[1]>,
  match: RegExpExecArray,
): ParseResult {
  const { lineAbove, linesBelow, messageLines, refersTo } = row;
  const groups: PatternGroups = { ...row, ...match.groups };
  const start = from + match[0].split('\n').length;
  let next = start;
  if (messageLines !== undefined) {
    next = skipMatching(lines, start, messageLines);
    groups.message = joinTrimmed(groups.message ?? '', lines, start, next);
  }
  if (linesBelow !== undefined) next = skipMatching(lines, next, linesBelow);
  const begin = lineAbove?.test(textAt(lines, from - 1)) === true ? from - 1 : from;
  const found = groupsResult(lines, begin, next, groups);
  return refersTo === undefined ? found : { ...found, refersTo };
}

/** Makes the result for one error from what a pattern's groups found. */
export function groupsResult(
  lines: Line[],
  from: number,
  next: number,
  { message = '', type, code, file = '', line, column, name, frames = [], language }: PatternGroups,
): ParseResult {
  const indexOf = (part: string) =>
    from +
    Math.max(
      0,
      lines.slice(from, next).findIndex(({ text }) => text.includes(part)),
    );
  const location =
    file === '' ? [] : [toAppFrame((lines[indexOf(file)] as Line).inputLine, file, line, column, name)];
  const { trace } = exceptionResult(lines, from, next, {
    language: language ?? languageOfFile(file),
    type,
    message,
    code,
    frames: [...location, ...frames],
    headerIndex: indexOf(type ?? (message.split('\n', 1)[0] as string)),
  });
  return parseResult(lines, from, next, trace);
}

/** The first line (0-based) from `from` on that a pattern does not fit. */
export function skipMatching(lines: Line[], from: number, pattern: RegExp, limit = MAX_BELOW): number {
  let next = from;
  while (next < lines.length && next < from + limit && pattern.test(textAt(lines, next))) next++;
  return next;
}

/** Some lines, without the whitespace around each, as one message after `first`. */
export function joinTrimmed(first: string, lines: Line[], from: number, to: number): string {
  return [first, ...lines.slice(from, to).map(({ text }) => text.trim())].join('\n').trim();
}
