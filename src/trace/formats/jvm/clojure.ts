import type { Format, ParseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import type { Line } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';

/** Errors that Clojure's reader and its REPL report in a line. */
export const clojure: Format = {
  id: 'clojure',
  language: languages.java,
  triggers: [' error '],
  parse: parseClojure,
};

// Execution error (ClassCastException) at shop.a/total (a.clj:2). · Syntax error compiling at (b.clj:2:10).
// ` at` looks like a frame of a trace in one line, which was taken apart.
const parseHeading = patternTable([
  [
    /^(?:Execution|Syntax) error(?: \((?<type>\w{1,400})\))?[a-z -]{0,80}?[ \n]at (?:[^()]{0,400} )?\((?<file>[^():]{1,400}):(?<line>\d+)(?::(?<column>\d+))?\)\.(?:\n(?<message>.*))?/,
    { lineCount: 3 },
  ],
]);

function parseClojure(lines: Line[], from: number): ParseResult | undefined {
  const found = parseHeading(lines, from);
  if (found === undefined) return undefined;
  // The trace below says the same, and more.
  const { message } = found.trace.exceptions[0] as Exception;
  return lines[found.next]?.text.endsWith(`: ${message}`) ? undefined : found;
}
