import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { textAt } from '../../line.ts';
import { type PatternRow, patternTable, groupsResult } from '../../pattern-table.ts';

// Lines indented by two go on with the message; a blank line, lines of source with their numbers and waves follow.
const MORE: PatternRow[1] = {
  language: 'typescript',
  messageLines: /^ {2,}(?!~|\d+ |TS\d+: |\S+[(:]\d+[,:]\d+)\S/,
  linesBelow: /^(?!.*TS\d{4,5}: )(?:\s+\S|>? ?\d+ |$)/,
};

/** Errors of the TypeScript compiler, as tsc, editors and ts-loader print them. */
export const typescript: Format = {
  id: 'typescript',
  language: languages.typescript,
  triggers: ['TS', 'ts(', 'tsx(', 'TypeScript error'],
  lookahead: { triggers: ['Type error: '], lines: 1 },
  lineStarts: {
    // a.ts(1,2): error TS2345: text · a.ts:1:2 - error TS2345: text · [tsl] ERROR in · TS2345: text
    inside: [
      '[^\\s:()]{1,400}(?:\\(\\d+,\\d+\\): |:\\d+:\\d+ - )error TS\\d',
      'TS\\d{4,5}: ',
      '\\[tsl\\] ERROR in ',
    ],
  },
  parse(lines, from) {
    const { message, code } = EDITOR.exec(textAt(lines, from))?.groups ?? {};
    if (message === undefined) return parseError(lines, from);
    return groupsResult(lines, from, from + 1, { message, code: `TS${code}` });
  },
};

// text ts(2345)
const EDITOR = /^\s*(?<message>\S.{0,4000}?) ?ts\((?<code>\d{4,5})\)(?: \[Ln \d+, Col \d+\])?$/;

const parseError = patternTable([
  // ./src/cart.tsx:64:32
  // Type error: text
  [
    /^(?:(?<file>[^\s:()]\S{0,400}?)[(:](?<line>\d+)[,:](?<column>\d+)\)?:?\n)?Type error: (?<message>(?!Too few arguments|Argument \d+ passed|Return value of)\S.*)$/,
    { ...MORE, lineCount: 2 },
  ],
  [/^Type error: (?<message>(?!Too few arguments|Argument \d+ passed|Return value of)\S.*)$/, MORE],
  // TypeScript error in /srv/app/src/cart.tsx(12,7):
  // Type 'a' is not assignable to type 'b'.  TS2322
  [
    /^(?:TypeScript error in (?<file>\S.{0,400}?)\((?<line>\d+),(?<column>\d+)\):\n|TypeScript error: )(?<message>.*(?:\n.+){0,10}?) {1,4}(?<code>TS\d{4,5})(?=\n|$)/,
    { ...MORE, lineCount: 13 },
  ],
  // TS2322 [ERROR]: text
  // const total: number = 'x';
  //       ~~~
  //     at file:///srv/app/a.ts:1:7
  [
    /^(?:error:? )?(?<code>TS\d{4,5}) \[ERROR\]: (?<message>.*(?:\n.*){0,6}?)\n.*\n~+\nat (?<file>\S{1,400}):(?<line>\d+):(?<column>\d+)/,
    { language: 'typescript', lineCount: 10 },
  ],
  // src/a.ts(1,2): error TS2322: text · src/a.ts:1:2 - error TS2322: text · error TS5083: text · TS2322 [ERROR]: text
  [
    /^(?:\[tsl\] )?(?:ERROR in )?(?:(?<file>\S.{0,400}?)[(:](?<line>\d+)[,:](?<column>\d+)\)?(?::| -) )?(?:error:? )?(?<code>TS\d{4,5})(?: \[ERROR\])?: (?<message>.*)$/,
    MORE,
  ],
  // [tsl] ERROR in /srv/app/a.ts(1,2)
  //       TS2345: text
  [
    /^(?:\[tsl\] )?ERROR in (?<file>\S.{0,400}?)\((?<line>\d+),(?<column>\d+)\)\n(?<code>TS\d{4,5}): (?<message>.*)$/,
    { ...MORE, lineCount: 2 },
  ],
]);
