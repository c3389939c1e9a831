import type { Format, Reading } from '../format.ts';
import { isExceptionName } from '../head.ts';
import type { Line } from '../line.ts';
import { type Place, placeBy } from '../place.ts';
import { headed, readReport } from '../report.ts';
import { endOf, type Facts, told } from '../said.ts';
import { frameOf } from './ruby/frame.ts';

/** Reports of minitest, Test::Unit, RSpec and PHPUnit: a numbered test, what failed, then its places. */
export const minitest: Format = {
  id: 'minitest',
  language: 'ruby',
  hint: ') |An error occurred',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 400);
    if (/^\s*\d+\) (?:Error|Failure):$/.test(text)) return readMinitest(lines, from);
    if (/^\s*\d+\) \S|^An error occurred (?:while loading|in an?) /.test(text))
      return readRspec(lines, from) ?? readPhpunit(lines, from, text);
    return undefined;
  },
};

//   2) Failure:
// BasketTest#test_total [basket_test.rb:9]:
// Expected: 8
function readMinitest(lines: Line[], from: number): Reading | undefined {
  const place = /^\s*[\w:]{1,200}#\S{1,300}(?: \[(.{1,300}):(\d+)\])?:$/.exec(
    (lines[from + 1]?.text ?? '').slice(0, 900),
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
function readRspec(lines: Line[], from: number): Reading | undefined {
  const failed = endOf(lines, from + 1, /^(?!\s*Failure\/Error:(?: |$))/, 3);
  if (!/^\s*Failure\/Error:/.test(lines[failed]?.text ?? '')) return undefined;
  const head = endOf(lines, endOf(lines, failed, /\S/), /^\s*$/);
  return block(lines, from, head, /^(?!\s*(?:\d+\) |Finished in ))/);
}

// 1) Shop\BasketTest::testTotal
// Failed asserting that 7 matches expected 8.
//
// /srv/app/tests/BasketTest.php:12
function readPhpunit(lines: Line[], from: number, text: string): Reading | undefined {
  if (!/^\s*\d+\) [A-Za-z_\\]\w*(?:\\\w+)*::\w+/.test(text)) return undefined;
  return block(lines, from, from + 1, /^(?!\s*\d+\) |(?:FAILURES|ERRORS)!)/, { language: 'php' });
}

/** A head or an assertion's text from a line on, then places. */
function block(lines: Line[], from: number, head: number, lasts: RegExp, facts: Facts = {}) {
  const report = readReport(lines, head, endOf(lines, head, lasts), placeOf);
  if (report.message === '') return undefined;
  const isType = (type: string) => isExceptionName(type) || /[\\]|::/.test(type);
  return told(lines, from, report.next, {
    language: 'ruby',
    ...facts,
    ...headed(report.message, isType),
    frames: report.frames,
  });
}

// /srv/app/tests/BasketTest.php:12
const PHP = [/^\s*(?<file>\S{1,400}\.php):(?<line>\d+)$/];

function placeOf(text: string): Place | undefined {
  const place = text.replace(/^\s*# /, '');
  return placeBy(PHP, place.slice(0, 500)) ?? frameOf(place);
}
