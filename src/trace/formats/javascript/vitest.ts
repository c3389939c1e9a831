import { languages } from '../../languages.ts';
import type { Format, ParseResult } from '../../format.ts';
import { isExceptionName, parseHeader } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import { splitHeader, parseTestReport } from '../../test-report.ts';
import { skipMatching, groupsResult } from '../../pattern-table.ts';
import { skipLines } from '../../find-lines.ts';
import type { Exception } from '../../types.ts';
import { parseV8Frame } from './v8-frame.ts';
import { isLikelyType } from './v8-header.ts';

const MAX_LINES = 400;

/** Reports of Vitest, Jest and Jasmine: the test's name, the error, then its places; each test is a trace. */
export const vitest: Format = {
  id: 'vitest',
  language: languages.javascript,
  triggers: ['FAIL', '● ', 'Message:', 'Unhandled '],
  lineStarts: {
    // FAIL  a.test.js > name
    inside: [' ?FAIL {1,2}\\S{1,400} > '],
  },
  logTriggers: ['FAIL'],
  parse(lines, from) {
    if (!isStart(lines, from)) return undefined;
    const head = skipMatching(lines, from + 1, /^\s*$/, 3);
    const to = skipLines(lines, head + 1, from + MAX_LINES, (_, index) => !isEnd(lines, index));
    const report = parseTestReport(
      lines,
      head,
      to,
      (text) => parseV8Frame(text) ?? parseLocation(text),
      (text) => !/^\s*(?:>? {0,3}\d* ?\||Stack:$|Cause:$)/.test(text),
    );
    if (report.message === '') return undefined;
    const found = groupsResult(lines, from, report.next, {
      ...report,
      ...splitHeader(report.message, isLikelyType),
    });
    addDetail(lines, head, found);
    return found;
  },
};

/** Jest encountered an unexpected token … Details: … SyntaxError: message */
function addDetail(lines: Line[], from: number, { next, trace }: ParseResult): void {
  const [reported] = trace.exceptions as [Exception];
  let index = skipMatching(lines, from, /^(?!\s*Details:$)/, next - from);
  while (++index < next) {
    const { text, inputLine } = lines[index] as Line;
    const head = parseHeader(text.trim());
    if (head === undefined || !isExceptionName(head.type)) continue;
    trace.exceptions.push({ ...head, frames: reported.frames, inputLine, relation: 'cause' });
    reported.frames = [];
    trace.root = 1;
    return;
  }
}

/** A test's name; one without its suite's, and Jasmine's label, needs what stands below it. */
function isStart(lines: Line[], index: number): boolean {
  const text = textAt(lines, index).slice(0, 2000);
  //  FAIL  basket.test.js > adds prices · FAIL  a.test.ts [ a.test.ts ] · ⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯⎯ ·
  //  ● basket › adds prices · ● Test suite failed to run
  if (
    /^\s*FAIL {1,2}\S.{0,400}? (?:> |\[ )|^⎯{3,} Unhandled (?:Rejection|Error|Exception) |^\s*● (?:.{1,400} › |Test suite failed to run)/.test(
      text,
    )
  )
    return true;
  //   ● adds prices, a blank line, and the error further in
  if (/^\s*● \S/.test(text))
    return lines[index + 1]?.text === '' && /^\s{4,}\S/.test(textAt(lines, index + 2));
  //   Message:
  //     Expected 4 to be 5.
  //   Stack:
  if (!/^\s*Message:$/.test(text)) return false;
  return lines.slice(index + 2, index + 20).some((line) => /^\s*Stack:$/.test(line.text));
}

const isEnd = (lines: Line[], index: number) =>
  isStart(lines, index) ||
  /^⎯{3}|^Test Suites: |^\s*Test Files |^\s*(?:FAIL|PASS) |^\d+\) |^\d+ specs?, /.test(textAt(lines, index));

//  ❯ total basket.js:2:16
const LOCATIONS = [/^\s*❯ (?:(?<name>\S{1,400}) )?(?<file>\S{1,400}?):(?<line>\d+):(?<column>\d+)$/];
const parseLocation = (text: string) => matchLocation(LOCATIONS, text);
