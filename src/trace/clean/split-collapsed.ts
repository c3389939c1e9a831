import { formats } from '../formats/index.ts';
import { splitEach, hasAtMostFilled, type Line } from '../line.ts';
import { splitAtLineStarts, splitAtTimestamps } from './split-at-line-starts.ts';

// Formats that share a form share its object.
const RULES = [...new Set(formats.flatMap((format) => format.collapsed ?? []))].map(
  ({ signs, frame, lineStart = frame, before }) => ({
    signs,
    before,
    frame: new RegExp(`(?<!\\S)${frame.source}`, 'u'),
    lineStart: new RegExp(
      `(?<!from|#|\\s\\d{1,5}:|\\*\\*)(?<=\\S)\\s{1,40}(?=${frame.source}|${lineStart.source})`,
      'gu',
    ),
  }),
);
type Rule = (typeof RULES)[number];

const MARKS =
  /Traceback \(most recent call last\): |[Ss]tack (?:back)?trace(?:back)?:| at \S{1,200} line \d{1,6}\.|goroutine \d+ \[|(?:Error|Exception)(?:: |\b)|panicked at|Caused by:|Rejection: |:\d+:in [`'"]|\.\w+ \/\S{1,400}\.go:\d|\berror: |\*\* \(/;
const MIN_LENGTH = 60;
const MIN_PASTE = 40;
const MAX_LENGTH = 64_000;
const MAX_ALONE = 3;

/** Puts a trace whose newlines became blanks back on lines of its own. */
export function splitCollapsed(lines: Line[]): Line[] {
  // Of a log's lines none is cut at a mere word.
  const isPaste = hasAtMostFilled(lines, MAX_ALONE);
  return splitEach(lines, (line) => {
    // A terminal pads what it wraps.
    const text = isPaste ? line.text.replace(/ {60,}/g, ' ') : line.text;
    if (text.length < (isPaste ? MIN_PASTE : MIN_LENGTH) || text.length > MAX_LENGTH) return undefined;
    if (!isPaste && ruleOf(text) === undefined) return undefined;
    const texts = (isPaste ? splitAtTimestamps(text) : [text]).flatMap((part) => splitFrames(part, isPaste));
    return texts.length === 1 ? undefined : texts;
  });
}

function splitFrames(text: string, isPaste: boolean): string[] {
  const rule = ruleOf(text);
  if (rule === undefined) return isPaste ? splitAtLineStarts(text, isPaste) : [text];
  return text
    .replace(rule.lineStart, '\n')
    .split('\n')
    .flatMap((part) => splitAtLineStarts(part, isPaste));
}

/** The form of the frames of a text that was several lines. */
function ruleOf(text: string): Rule | undefined {
  const start = text.search(/\S/);
  return RULES.find((rule) => isCollapsed(text, start, rule));
}

function isCollapsed(text: string, start: number, { signs, frame, before }: Rule): boolean {
  // A line with a frame's sign at its start only is a frame. npm's prefix of each line means that they are still lines.
  if (!signs.some((sign) => text.includes(sign, start + 1)) || /^npm (?:ERR!|error)/.test(text)) return false;
  const first = frame.exec(text);
  if (first === null) return false;
  const isFirst =
    text.slice(0, first.index).trim() === '' || before?.test(text.slice(0, first.index)) === true;
  const until = first.index + first[0].length;
  return frame.test(text.slice(until))
    ? isFirst || MARKS.test(text)
    : !isFirst && MARKS.test(text.slice(0, until));
}
