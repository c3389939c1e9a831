import { type Reading, reading, single } from './format.ts';
import type { Line } from './line.ts';
import { languageOf } from './origin.ts';
import { ownFrame } from './place.ts';
import type { Frame } from './types.ts';

/** What a text says of one error: the names that a pattern's groups may have. */
export type Facts = {
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
export type Row = [
  pattern: RegExp,
  row?: Omit<Facts, 'frames'> & {
    reports?: Reading['reports'];
    /** How many lines the pattern may read, joined by newlines; one where it is not told. */
    over?: number;
    /** A line above it that belongs to it. */
    above?: RegExp;
    /** The lines below it that belong to it. */
    below?: RegExp;
    /** The lines below it that go on with its message. */
    more?: RegExp;
  },
];

const MAX_BELOW = 200;

/** Reads a line, without the blanks around it, as the first of some patterns that fits. */
export function said(rows: Row[]) {
  return (lines: Line[], from: number): Reading | undefined => {
    const text = textOf(lines, from, 1);
    for (const [pattern, row = {}] of rows) {
      const match = pattern.exec(row.over === undefined ? text : textOf(lines, from, row.over));
      if (match !== null) return readRow(lines, from, row, match);
    }
    return undefined;
  };
}

function readRow(lines: Line[], from: number, row: NonNullable<Row[1]>, match: RegExpExecArray): Reading {
  const { above, below, more, reports } = row;
  const facts: Facts = { ...row, ...match.groups };
  const start = from + match[0].split('\n').length;
  let next = start;
  if (more !== undefined) {
    next = endOf(lines, start, more);
    facts.message = joined(facts.message ?? '', lines, start, next);
  }
  if (below !== undefined) next = endOf(lines, next, below);
  const begin = above?.test(lines[from - 1]?.text ?? '') === true ? from - 1 : from;
  const found = told(lines, begin, next, facts);
  return reports === undefined ? found : { ...found, reports };
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
export function told(lines: Line[], from: number, next: number, facts: Facts): Reading {
  const { message = '', type, code, file = '', line, column, name, frames = [] } = facts;
  const indexOf = (part: string) =>
    from +
    Math.max(
      0,
      lines.slice(from, next).findIndex(({ text }) => text.includes(part)),
    );
  const { at } = lines[indexOf(file)] as Line;
  const place = file === '' ? [] : [ownFrame(at, file, line, column, name)];
  const language = facts.language ?? languageOf(file);
  const { trace } = single(lines, indexOf(type ?? (message.split('\n', 1)[0] as string)), next, {
    ...(language === undefined ? {} : { language }),
    type: type ?? 'error',
    message,
    code,
    frames: [...place, ...frames],
  });
  return reading(lines, from, next, trace);
}

/** The first line from `from` on that a pattern does not fit. */
export function endOf(lines: Line[], from: number, pattern: RegExp, limit = MAX_BELOW): number {
  let next = from;
  while (next < lines.length && next < from + limit && pattern.test((lines[next] as Line).text)) next++;
  return next;
}

/** The texts of some lines, without the blanks around each, as one message after `first`. */
export function joined(first: string, lines: Line[], from: number, to: number): string {
  return [first, ...lines.slice(from, to).map(({ text }) => text.trim())].join('\n').trim();
}
