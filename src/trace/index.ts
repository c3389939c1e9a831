import { clean } from './clean/index.ts';
import { parseTraces } from './parse-traces.ts';
import type { Trace } from './types.ts';

export type { Exception, Frame, Trace } from './types.ts';

/** A paste is cut here; a longer text is a log, which is read in parts. */
const MAX_LENGTH = 16_000_000;

/**
 * Finds every stack trace and error message in a text, whatever language and however damaged.
 * Lines in the result are lines of the text given, 1-based. Never throws; takes time linear in the length.
 */
export function parse(text: string): Trace[] {
  return parseTraces(clean(text.slice(0, MAX_LENGTH)));
}
