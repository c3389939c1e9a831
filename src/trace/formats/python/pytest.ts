import { languages } from '../../languages.ts';
import { type Format, parseResult, type ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation, toLocation } from '../../location.ts';
import { splitHeader } from '../../test-report.ts';
import { findLine } from '../../find-lines.ts';
import type { Exception, Frame } from '../../types.ts';
import { parseLink } from './linked.ts';

const MAX_LINES = 2_000;
/** How far below its start a report has a message. */
const LOOKAHEAD = 200;

/** pytest's report of one failed test, long or short; each test is a trace of its own. */
export const pytest: Format = {
  id: 'pytest',
  language: languages.python,
  triggers: ['___', '.py:', 'E  '],
  isOldestFirst: true,
  lineStarts: {
    // ___ test_total ___ · === FAILURES === · E   KeyError: 1 · a.py:1: in f
    inside: ['_{3,} \\S', '={4,} ', 'E {2,}\\S', '[^\\s:]{1,400}\\.py(?::\\d+){1,2}: '],
  },
  parse(lines, from) {
    const text = textAt(lines, from);
    const isStart = isBar(text) || isE(text) || parseFrame(text) !== undefined || LINE.test(text);
    return isStart ? parseTest(lines, from) : undefined;
  },
};

// ____________ test_total ____________ · ======= short test summary info =======
const isBar = (text: string) => /^_{3,} .{1,400} _{3,}$/.test(text);
const isEnd = (text: string) => isBar(text) || /^={3,} .{1,400} ={3,}$|^-{10,} Captured /.test(text);
const isE = (text: string) => /^E {2,}\S/.test(text);

// /srv/app/test_basket.py:14: AssertionError: assert 7 == 8, all that `--tb=line` tells of a test
const LINE = /^(?<file>\S.{0,400}?\.py):(?<line>\d+): (?<said>[\w.]{0,400}(?:Error|Exception|Failed): .+)$/;
// test_basket.py:14: AssertionError · basket.py:11: in total · test_basket.py:18: · /srv/a.py:1
const LOCATIONS = [/^(?<file>\S.{0,400}?\.py):(?<line>\d+)(?:: ?(?:in (?<name>.{1,400}))?[\w.]{0,400})?$/];
const parseFrame = (text: string) => matchLocation(LOCATIONS, text);

function parseTest(lines: Line[], from: number): ParseResult | undefined {
  const start = isBar(textAt(lines, from)) ? from + 1 : from;
  const isTold = (text: string) => isE(text) || LINE.test(text);
  if (findLine(lines, start, start + LOOKAHEAD, isTold, isEnd) === undefined) return undefined;
  const exceptions: Exception[] = [];
  let frames: Frame[] = [];
  let message: string[] = [];
  let offset = 0;
  // `test_basket.py:14: AssertionError` names what a bare `assert` raised.
  let named = 'error';
  let end = from;
  const close = () => {
    const text = message.join('\n').trim();
    if (text !== '')
      exceptions.push({ type: named, ...splitHeader(text, () => true), frames, inputLine: offset });
    named = 'error';
    frames = [];
    message = [];
  };
  for (let index = start; index < lines.length && index < from + MAX_LINES; index++) {
    const line = lines[index] as Line;
    if (isEnd(line.text)) break;
    // A log's traceback is no part of a report; a chained one is.
    const link = parseLink(line.text);
    const frame = parseFrame(line.text);
    const { said, ...place } = LINE.exec(line.text.slice(0, 4000))?.groups ?? {};
    if (said !== undefined) {
      if (message.length === 0) {
        message.push(said);
        ({ inputLine: offset } = line);
      }
      frames.push({ ...toLocation(place), inputLine: line.inputLine });
      end = index + 1;
      break;
    } else if (frame !== undefined) {
      frames.push({ ...frame, inputLine: line.inputLine });
      named = /: ([A-Z]\w{0,400})$/.exec(line.text.slice(0, 2000))?.[1] ?? named;
    } else if (isE(line.text)) {
      if (message.length === 0) offset = line.inputLine;
      message.push(line.text.replace(/^E {1,6}/, ''));
    } else if (link !== undefined) {
      close();
      const last = exceptions.at(-1);
      if (last) last.relation = link;
    } else continue;
    end = index + 1;
  }
  close();
  if (exceptions.length === 0) return undefined;
  const reported = exceptions.length - 1;
  let root = reported;
  while (root > 0 && exceptions[root - 1]?.relation === 'cause') root--;
  return parseResult(lines, from, end, { exceptions, reported, root });
}
