import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { patternTable, groupsResult } from '../../pattern-table.ts';

/** What ESLint, Stylelint and Biome find in files, and what it says when it cannot run. */
export const eslint: Format = {
  id: 'eslint',
  language: languages.javascript,
  triggers: ['error ', '✖', 'Oops! ', 'Line ', '━'],
  logTriggers: [' lint/'],
  parse(lines, from) {
    const groups = FINDING.exec(textAt(lines, from).slice(0, 2000))?.groups;
    const file = groups === undefined ? undefined : fileAbove(lines, from);
    return file === undefined
      ? parseFailure(lines, from)
      : groupsResult(lines, from, from + 1, { ...groups, file });
  },
};

//   1:10  error  'total' is not defined  no-undef ·  1:12  ✖  Invalid hex color "#ggg"  color-no-invalid-hex
//   Line 5:10:  'total' is not defined  no-undef
const FINDING =
  /^\s*(?:Line )?(?<line>\d+)(?::(?<column>\d+))?(?::| {2,}(?:error|✖)) {2,}(?<message>\S.{0,900}?)(?:(?<! ) {2,}(?<code>(?:@?[\w-]+\/)*[\w-]+))?$/;
const MAX_FINDINGS = 200;

/** The path on a line of its own above the findings. */
function fileAbove(lines: Line[], from: number): string | undefined {
  for (let index = from - 1; index >= 0 && index > from - MAX_FINDINGS; index--) {
    const text = textAt(lines, index).trim();
    if (/^(?:\[eslint\] ?)?\S.{0,400}\.\w{1,6}$/.test(text) && /^[^:]*$|^\w:\\/.test(text)) return text;
    if (!/^(?:Line )?\d+(?::\d+)?:? {2,}/.test(text)) return undefined;
  }
  return undefined;
}

// Oops! Something went wrong! :(
//
// ESLint: 9.39.5
//
// A configuration object specifies rule "shop/x", but could not find plugin "shop".
// An error with a stack of its own is Node's.
const parseFailure = patternTable([
  // src/a.ts:1:14 lint/suspicious/noExplicitAny ━━━━━━━━
  //
  //   × Unexpected any. Specify a different type.
  [
    /^(?<file>\S.{0,400}?):(?<line>\d+):(?<column>\d+) (?:(?<code>lint\/[\w/]{1,80})|parse)(?: +FIXABLE)? +━.*\n\n× (?<message>.+)/,
    { lineCount: 3, linesBelow: /^\s*(?:> )?\d* *│|^ *$/ },
  ],
  [
    /^Oops! Something went wrong! :\(\n(?:(?:ESLint: \d.*)?\n){0,9}(?!\w*(?:Error|Exception)\b)(?<message>(?!ESLint: ).+)/,
    { lineCount: 11 },
  ],
]);
