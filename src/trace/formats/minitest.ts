import { type Format, reading, type Reading } from '../format.ts';
import { isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import type { Frame } from '../types.ts';
import { frameOf } from './ruby/frame.ts';

const MAX_LINES = 200;

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
  const place = /^\s*([\w:]{1,200}#\S{1,300})(?: \[(.{1,300}):(\d+)\])?:$/.exec(
    (lines[from + 1]?.text ?? '').slice(0, 900),
  );
  if (place === null) return undefined;
  const frames: Frame[] = [];
  if (place[2] !== undefined) frames.push(ownFrame((lines[from + 1] as Line).at, place[2], place[3]));
  return block(lines, from, from + 2, frames, 'ruby');
}

//   1) Basket adds prices
//      Failure/Error: expect(total).to eq(8)
//
//        expected: 8
//      # ./spec/basket_spec.rb:5:in `block (2 levels) in <top (required)>'
function readRspec(lines: Line[], from: number): Reading | undefined {
  let head = from + 1;
  while (
    head < lines.length &&
    head < from + 4 &&
    !/^\s*Failure\/Error:(?: |$)/.test((lines[head] as Line).text)
  )
    head++;
  if (!/^\s*Failure\/Error:(?: |$)/.test(lines[head]?.text ?? '')) return undefined;
  head++;
  while (head < lines.length && head < from + 20 && (lines[head] as Line).text.trim() !== '') head++;
  while (head < lines.length && (lines[head] as Line).text.trim() === '' && head < from + 24) head++;
  return block(lines, from, head, [], 'ruby', /^\s*(?:# |\d+\) |Finished in )/);
}

// 1) Shop\BasketTest::testTotal
// Failed asserting that 7 matches expected 8.
//
// /srv/app/tests/BasketTest.php:12
function readPhpunit(lines: Line[], from: number, text: string): Reading | undefined {
  if (!/^\s*\d+\) [A-Za-z_\\]\w*(?:\\\w+)*::\w+/.test(text)) return undefined;
  return block(lines, from, from + 1, [], 'php', /^\s*\S+\.php:\d+$|^\s*\d+\) |^(?:FAILURES|ERRORS)!/);
}

/** A head or an assertion's text from a line on, then places; it ends at a blank line behind them. */
function block(
  lines: Line[],
  from: number,
  head: number,
  frames: Frame[],
  language: string,
  stop = /^\s*\d+\) (?:Error|Failure):|^\s*\d+ (?:runs|tests), /,
): Reading | undefined {
  const message: string[] = [];
  let end = head;
  for (let index = head; index < lines.length && index < head + MAX_LINES; index++) {
    const { text, at } = lines[index] as Line;
    const frame = placeOf(text);
    if (frame !== undefined) frames.push({ ...frame, at });
    else if (
      text.trim() === '' ? message.length > 0 && language === 'ruby' && !isRspec(stop) : stop.test(text)
    )
      break;
    else if (frames.some((item) => item.at > (lines[head] as Line).at)) break;
    else message.push(text.trim());
    if (text.trim() !== '') end = index + 1;
  }
  const text = message.join('\n').trim();
  if (text === '') return undefined;
  const [first = '', ...rest] = text.split('\n');
  const named = readHead(first);
  const isNamed = named !== undefined && (isExceptionName(named.type) || /[\\]|::/.test(named.type));
  const exception = {
    type: isNamed ? named.type : 'error',
    message: (isNamed ? [named.message, ...rest] : [first, ...rest]).join('\n').trim(),
    frames,
    at: (lines[head] as Line).at,
  };
  return reading(lines, from, end, {
    language,
    exceptions: [exception],
    reported: 0,
    root: 0,
  });
}

const isRspec = (stop: RegExp) => stop.source.includes('# ');

function placeOf(text: string): Omit<Frame, 'at'> | undefined {
  const place = text.replace(/^\s*# /, '');
  // /srv/app/tests/BasketTest.php:12
  const php = /^\s*(\S{1,400}\.php):(\d+)$/.exec(place.slice(0, 500));
  if (php?.[1] === undefined) return frameOf(place);
  const { at: _, ...frame } = ownFrame(0, php[1], php[2]);
  return /\/vendor\//.test(php[1]) ? { ...frame, origin: 'library' } : frame;
}
