import type { Language } from './languages.ts';
import type { Line } from './line.ts';
import type { Exception, Frame, Trace } from './types.ts';

/** All that is known of one kind of trace. What the parser needs of all formats together is derived from these. */
export type Format = {
  /** Name of its file or folder in `formats/`. */
  id: string;
  /** Language of the programs that print it. A parsed trace may name another. */
  language: Language;
  /** Substrings of the first line. `parse` is called only on lines that contain one. */
  triggers?: string[];
  /** Further substrings: `parse` is called on the lines that contain one, and on as many above as `lines` says. */
  lookahead?: { triggers: string[]; lines: number };
  /** How its lines begin. */
  lineStarts?: LineStarts;
  /** How its frames look where the newlines of a trace became spaces. */
  collapsed?: CollapsedFrame[];
  /** Whether it prints the outermost call first. */
  isOldestFirst?: boolean;
  /** Plain substrings by which a line of a long log is known to belong to it, where no word such as `error` is in the line. */
  logTriggers?: string[];
  /**
   * Parses the trace that begins at line `from` (0-based). Returns undefined when none does, after a few dozen lines at
   * most.
   */
  parse(lines: Line[], from: number): ParseResult | undefined;
};

/** Patterns of how lines begin, without `^`. */
export type LineStarts = {
  /** Where a line begins: frames, numbers and other words that text has as well. */
  frames?: string[];
  /** Also inside a line that is the whole paste: a line begins there. */
  inside?: string[];
  /** Also inside any line, even after a colon. */
  unambiguous?: string[];
};

/** A trace whose newlines became spaces is known by its frames. */
export type CollapsedFrame = {
  /** Substrings of which every frame contains one. */
  signs: string[];
  /** Two of them in a line, or one after a word such as `Error:`, mean that the line was several. */
  frame: RegExp;
  /** What else begins a line of such a trace. `frame` when absent. */
  lineStart?: RegExp;
  /** What may precede the frame on its own line: the first words of a path with spaces. */
  before?: RegExp;
};

export type ParseResult = {
  /** `format`, and `language` when absent, are the format's. */
  trace: Omit<Trace, 'format' | 'language'> & { language?: string };
  /** The first line (0-based) after the trace. */
  next: number;
  /** Which trace it refers to when it only reports another error. `previousRepeat`: as `previous`, with nothing new. */
  refersTo?: 'previous' | 'next' | 'previousRepeat';
  /** Another program's output that it wraps, without the prefix of each line. */
  inside?: Line[];
};

/** A parse result whose trace is complete. */
export type ParsedTrace = Omit<ParseResult, 'trace'> & { trace: Trace };

/**
 * Makes the result for a trace between two lines (0-based, `next` exclusive). Where nothing else is given, the first
 * exception was reported and the last is the root.
 */
export function parseResult(
  lines: Line[],
  from: number,
  next: number,
  { exceptions, ...facts }: Partial<ParseResult['trace']> & { exceptions: Exception[] },
): ParseResult {
  let first = Infinity;
  let last = 0;
  for (let index = from; index < next; index++) {
    const line = lines[index];
    if (line === undefined || (line.text === '' && index > from)) continue;
    if (line.inputLine < first) first = line.inputLine;
    if (line.lastInputLine > last) last = line.lastInputLine;
  }
  return {
    next,
    trace: {
      exceptions,
      reported: 0,
      root: exceptions.length - 1,
      alternatives: [],
      ...facts,
      span: [first, Math.max(first, last)],
    },
  };
}

/** Makes the result for a trace of one exception, whose type and message are on line `headerIndex` (0-based). */
export function exceptionResult(
  lines: Line[],
  from: number,
  next: number,
  facts: {
    language?: string | undefined;
    /** `error` when absent. */
    type?: string | undefined;
    message: string;
    code?: string | undefined;
    frames?: Frame[];
    /** `from` when absent. */
    headerIndex?: number;
  },
): ParseResult {
  const { language, type = 'error', message, code, frames = [], headerIndex = from } = facts;
  const { inputLine } = lines[headerIndex] as Line;
  const exception = { type, message, ...(code === undefined ? {} : { code }), frames, inputLine };
  return parseResult(lines, from, next, {
    ...(language === undefined ? {} : { language }),
    exceptions: [exception],
  });
}
