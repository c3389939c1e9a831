import type { Line } from './line.ts';
import type { Exception, Frame, Trace } from './types.ts';

/** How one kind of trace is read. */
export type Format = {
  /** Name of its file in `formats/`. */
  id: string;
  /** Of the programs that print it, where a reading does not say another. */
  language: string;
  /** Texts, `|` between them, of which the line holds one that its traces begin with; no other is shown to `read`. */
  triggers?: string;
  /** Such texts for lines below: `read` is shown as well what stands no more than so many lines above one. */
  lookahead?: { hint: string; reach: number };
  /**
   * Reads the trace that begins at line `from` (0-based), or says that none does. It may look at no more than a few
   * dozen lines before it says no.
   */
  parse(lines: Line[], from: number): ParseResult | undefined;
};

export type ParseResult = {
  /** The format that read it is its format. */
  trace: Omit<Trace, 'format' | 'language'> & { language?: string };
  /** The first line (0-based) that does not belong to it. */
  next: number;
  /**
   * For what only reports another error: whether that one stands above it or below; `again`: above, and it tells no
   * more than what has been reported.
   */
  refersTo?: 'previous' | 'next' | 'previousRepeat';
  /** Another program's output that it wraps, without what it put before each line. */
  inside?: Line[];
};

/** A reading with all that its trace is to say. */
export type ParsedTrace = Omit<ParseResult, 'trace'> & { trace: Trace };

/** A reading of a single exception; `frame` is the place that the format prints for the error itself. */
export function exceptionResult(
  lines: Line[],
  from: number,
  next: number,
  facts: {
    language?: string;
    type: string;
    message: string;
    code?: string | undefined;
    frames?: Frame[];
    /** The line (0-based) with the type and message, where it is not the first. */
    headAt?: number;
  },
): ParseResult {
  const { language, type, message, code, frames = [], headAt = from } = facts;
  const { inputLine } = lines[headAt] as Line;
  const exception = { type, message, ...(code === undefined ? {} : { code }), frames, inputLine };
  return parseResult(lines, from, next, {
    ...(language === undefined ? {} : { language }),
    exceptions: [exception],
  });
}

/**
 * Makes a trace of what was read between two lines (0-based, `next` exclusive): the first exception was reported and the
 * last is the root where nothing else is said.
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
