import type { Line } from './line.ts';
import type { Exception, Frame, Trace } from './types.ts';

/** How one kind of trace is read. */
export type Format = {
  /** Name of its file in `formats/`. */
  id: string;
  /** Of the programs that print it, where a reading does not say another. */
  language: string;
  /** Texts, `|` between them, of which the line holds one that its traces begin with; no other is shown to `read`. */
  hint?: string;
  /** Such texts for lines below: `read` is shown as well what stands no more than so many lines above one. */
  ahead?: { hint: string; reach: number };
  /**
   * Reads the trace that begins at line `from` (0-based), or says that none does. It may look at no more than a few
   * dozen lines before it says no.
   */
  read(lines: Line[], from: number): Reading | undefined;
};

export type Reading = {
  /** The format that read it is its format. */
  trace: Omit<Trace, 'format' | 'language'> & { language?: string };
  /** The first line (0-based) that does not belong to it. */
  next: number;
  /**
   * For what only reports another error: whether that one stands above it or below; `again`: above, and it tells no
   * more than what has been reported.
   */
  reports?: 'above' | 'below' | 'again';
  /** Another program's output that it wraps, without what it put before each line. */
  inside?: Line[];
};

/** A reading with all that its trace is to say. */
export type Found = Omit<Reading, 'trace'> & { trace: Trace };

/** A reading of a single exception; `frame` is the place that the format prints for the error itself. */
export function single(
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
): Reading {
  const { language, type, message, code, frames = [], headAt = from } = facts;
  const { at } = lines[headAt] as Line;
  const exception = { type, message, ...(code === undefined ? {} : { code }), frames, at };
  return reading(lines, from, next, {
    ...(language === undefined ? {} : { language }),
    exceptions: [exception],
  });
}

/**
 * Makes a trace of what was read between two lines (0-based, `next` exclusive): the first exception was reported and the
 * last is the root where nothing else is said.
 */
export function reading(
  lines: Line[],
  from: number,
  next: number,
  { exceptions, ...facts }: Partial<Reading['trace']> & { exceptions: Exception[] },
): Reading {
  let first = Infinity;
  let last = 0;
  for (let index = from; index < next; index++) {
    const line = lines[index];
    if (line === undefined || (line.text === '' && index > from)) continue;
    if (line.at < first) first = line.at;
    if (line.to > last) last = line.to;
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
