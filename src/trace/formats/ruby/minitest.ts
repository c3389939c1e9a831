import { languages } from '../../languages.ts';
import type { Format, ParseResult } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { stripExcerpt } from '../../message.ts';
import { type Location, matchLocation } from '../../location.ts';
import { splitHeader, parseTestReport } from '../../test-report.ts';
import { skipMatching, type PatternGroups, groupsResult } from '../../pattern-table.ts';
import { parseRubyFrame } from './frame.ts';

/** Reports of minitest, Test::Unit, RSpec and PHPUnit: a numbered test, what failed, then its places. */
export const minitest: Format = {
  id: 'minitest',
  language: languages.ruby,
  triggers: [') ', 'An error occurred'],
  lineStarts: {
    // Failure/Error: text · 1) Error:
    inside: ['Failure/Error: ', '\\d{1,3}\\) (?:Error|Failure):?'],
  },
  logTriggers: ['ailure'],
  parse(lines, from) {
    const text = textAt(lines, from).slice(0, 400);
    if (/^\s*\d+\) (?:Error|Failure):$/.test(text)) return parseMinitest(lines, from);
    if (/^\s*\d+\) \S|^An error occurred (?:while loading|in an?) /.test(text))
      return parseRspec(lines, from) ?? parsePhpunit(lines, from, text);
    return undefined;
  },
};

//   2) Failure:
// BasketTest#test_total [basket_test.rb:9]:
// Expected: 8
function parseMinitest(lines: Line[], from: number): ParseResult | undefined {
  const place = /^\s*[\w:]{1,400}#\S{1,400}(?: \[(.{1,400}):(\d+)\])?:$/.exec(
    textAt(lines, from + 1).slice(0, 2000),
  );
  if (place === null) return undefined;
  const [, file, line] = place;
  // Below an error's message its source may stand, between blank lines.
  const lasts =
    file === undefined
      ? /^(?!\s*\d+(?:\)| runs,| tests,) |\S*rails test )/
      : /^(?!\s*(?:$|\d+ (?:runs|tests), ))/;
  return block(lines, from, from + 2, lasts, { file, line });
}

//   1) Basket adds prices
//      Failure/Error: expect(total).to eq(8)
//
//        expected: 8
//      # ./spec/basket_spec.rb:5:in `block (2 levels) in <top (required)>'
function parseRspec(lines: Line[], from: number): ParseResult | undefined {
  const failed = skipMatching(lines, from + 1, /^(?!\s*Failure\/Error:(?: |$))/, 3);
  if (!/^\s*Failure\/Error:/.test(textAt(lines, failed))) return undefined;
  const empty = skipMatching(lines, failed, /\S/);
  const places = skipMatching(lines, failed, /^(?!\s*# \S+:\d)/, 60);
  // RSpec 2 has no empty line between the source and the message.
  const head = places < empty ? failed + 1 : skipMatching(lines, empty, /^\s*$/);
  return block(lines, from, head, /^(?!\s*(?:\d+\) |Finished in ))/);
}

// 1) Shop\BasketTest::testTotal
// Failed asserting that 7 matches expected 8.
//
// /srv/app/tests/BasketTest.php:12
function parsePhpunit(lines: Line[], from: number, text: string): ParseResult | undefined {
  if (!/^\s*\d+\) [A-Za-z_\\]\w*(?:\\\w+)*::\w+/.test(text)) return undefined;
  return block(lines, from, from + 1, /^(?!\s*\d+\) |(?:FAILURES|ERRORS)!)/, { language: 'php' });
}

/** A head or an assertion's text from a line on, then places. */
function block(lines: Line[], from: number, head: number, lasts: RegExp, facts: PatternGroups = {}) {
  const report = parseTestReport(lines, head, skipMatching(lines, head, lasts), parseLocation);
  if (report.message === '') return undefined;
  const isType = (type: string) => isExceptionName(type) || /[\\]|::/.test(type);
  const error = splitHeader(report.message, isType);
  return groupsResult(lines, from, report.next, {
    language: 'ruby',
    ...facts,
    ...error,
    message: stripExcerpt(error.message),
    frames: report.frames,
  });
}

// /srv/app/tests/BasketTest.php:12 · ./spec/cart_spec.rb:10
const PLACES = [/^\s*(?<file>\S{1,400}\.(?:php|rb)):(?<line>\d+)$/];

function parseLocation(text: string): Location | undefined {
  const place = text.replace(/^\s*# /, '');
  return matchLocation(PLACES, place) ?? parseRubyFrame(place);
}
