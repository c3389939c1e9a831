import { languages } from '../../languages.ts';
import type { Format, ParseResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of rustc and cargo. */
export const rustc: Format = {
  id: 'rustc',
  language: languages.rust,
  triggers: ['error: ', 'error['],
  lineStarts: {
    // error[E0382]: text · error: expected `;` · error: aborting due to · --> src/main.rs:1:2
    inside: [
      'error(?:\\[E\\d{4}\\])?: (?=.{1,400}--> )',
      'error: (?:aborting|could not compile)',
      '--> \\S{1,400}:\\d+:\\d+(?:\\s|$)',
    ],
  },
  parse(lines, from) {
    return parseError(lines, from) ?? parseBuildScript(lines, from);
  },
};

const CARGO_ERRORS = [
  'linker [`\'"]?\\S+ not found',
  'linking with',
  'no matching package',
  'failed to (?:select a version|parse manifest|get |load |download|resolve)',
  'package [`\'"]',
  'could not find [`\'"]?Cargo\\.toml',
  'no bin target',
  'cannot find macro',
  'the lock file',
  'unexpected argument',
  'the following required arguments',
  'unrecognized subcommand',
  "invalid value '",
];
const parseError = patternTable([
  // error[E0308]: mismatched types
  //  --> src/main.rs:9:20
  [
    /^error(?:\[(?<code>E\d{4})\])?: (?!failed to run custom build|aborting due to|could not compile|test failed|\d+ target)(?<message>.+)\n(?:.*\n){0,2}?--> (?<file>.{1,400}?):(?<line>\d+):(?<column>\d+)(?=\n|$)/,
    { lineCount: 4, linesBelow: /^(?!error[[:]).*\S/ },
  ],
  // What cargo says without a place.
  [
    new RegExp(`^error(?:\\[(?<code>E\\d{4})\\]: |: (?=${CARGO_ERRORS.join('|')}))(?<message>.+)$`),
    { linesBelow: /^(?!error[[:]).*\S/ },
  ],
]);

const parseHeading = patternTable([
  [/^error: (?<message>failed to run custom build command.*)$/, { refersTo: 'next' }],
]);
const parseExit = patternTable([
  [
    /^(?<message>process didn['’]?t exit successfully: .{1,400}\(exit (?:status|code): (?<code>\d+).*\))$/,
    { type: 'exit' },
  ],
]);

/** A build script's failure: what it printed stands below, and is the root. */
function parseBuildScript(lines: Line[], from: number): ParseResult | undefined {
  const found = parseHeading(lines, from);
  for (let index = from + 1; found !== undefined && index < lines.length && index < from + 8; index++) {
    const [exit] = parseExit(lines, index)?.trace.exceptions ?? [];
    if (exit === undefined) continue;
    found.trace.exceptions.push({ ...exit, relation: 'cause' });
    found.trace.root++;
    found.trace.span[1] = (lines[index] as Line).lastInputLine;
    found.next = index + 1;
  }
  return found;
}
