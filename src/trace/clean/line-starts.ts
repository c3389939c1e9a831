import { formats } from '../formats/index.ts';

const startsOf = (kind: 'frames' | 'inside' | 'unambiguous') => [
  ...new Set(formats.flatMap((format) => format.lineStarts?.[kind] ?? [])),
];

/** How lines of a tool begin that may be cut at inside a line which is the whole paste: a pattern's source. */
export const TOOL_LINE_START = startsOf('inside').join('|');

/** How lines begin that may be cut at anywhere, even after a colon. */
export const UNAMBIGUOUS_START = startsOf('unambiguous').join('|');

/** How lines of traces begin, where a line begins. */
export const TRACE_LINE_START = [...startsOf('frames'), UNAMBIGUOUS_START, TOOL_LINE_START].join('|');
