import type { LineStarts } from '../format.ts';
import { formats } from '../formats/index.ts';

// Sorted, since the engine joins neighbours that begin alike.
const startsOf = (...kinds: (keyof LineStarts)[]) =>
  [...new Set(formats.flatMap(({ lineStarts }) => kinds.flatMap((kind) => lineStarts?.[kind] ?? [])))]
    .sort()
    .join('|');

/** How lines of a tool begin that may be cut at inside a line which is the whole paste: a pattern's source. */
export const TOOL_LINE_START = startsOf('inside');

/** How lines begin that may be cut at anywhere, even after a colon. */
export const UNAMBIGUOUS_START = startsOf('unambiguous');

/** How lines of traces begin, where a line begins. */
export const TRACE_LINE_START = startsOf('frames', 'unambiguous', 'inside');
