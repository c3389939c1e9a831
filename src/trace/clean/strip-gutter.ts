import { isBlank, type Line, mapLines, withText } from '../line.ts';

const MIN_LINES = 3;
/** Share of the lines that must have it: what is pasted with a trace may stand around it. */
const MOST = 0.9;
const MAX_LAYERS = 4;

/** Takes off what nearly all lines have on their front, or at their end: a number, a border, a bar, a diff's sign. */
export function stripGutter(lines: Line[]): Line[] {
  const filled = lines.filter(isFilled);
  if (filled.length < MIN_LINES) return lines;
  const needed = filled.length * MOST;
  let bare = stripRightBorder(isCounted(filled) ? stripLineNumbers(lines, filled.length) : lines, needed);
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const inner = stripMark(bare, bare === lines ? filled : bare.filter(isFilled), needed);
    if (inner === bare) break;
    bare = inner;
  }
  return bare;
}

const isFilled = ({ text }: Line) => !isBlank(text) && !HEADER.test(text);

// What diff and boxes put around the lines: `@@ -0,0 +1,9 @@`, `+++ b/run.log`, `+------+`, `┌────┐`, `╷`
const HEADER =
  /^(?:diff --git |index [0-9a-f]+\.\.|--- \S|\+\+\+ \S|@@ |new file mode|[+┌└╭╰╔╚][-─━═]{10,}[+┐┘╮╯╗╝]$|[╷╵]\s*$)/;

// `   12<tab>text`, `  12 text`, `12: text`, `12:text`, `12-text`, `12. text`, `12) text`, `L12: text`, `a.log:12:text`, `a.log-12-text`
const NUMBER = /^(\s{0,8}(?:[\w./-]{1,100}[:-]|L)?)(\d{1,7})(\t| ?[|│] ?|[:.)-] ?| )/;

/** Whether it is worth a look: of two lines in the middle one has a number. */
const isCounted = (lines: Line[]) =>
  lines
    .slice(lines.length >> 1)
    .slice(0, 2)
    .some(({ text }) => NUMBER.test(text.slice(0, 120)));

/** The numbers of lines, each one more than the last. */
function stripLineNumbers(lines: Line[], filled: number): Line[] {
  let expected: number | undefined;
  let before: string | undefined;
  let right = 0;
  let spaced = true;
  for (const { text } of lines) {
    if (isBlank(text)) continue;
    const match = NUMBER.exec(text.slice(0, 120));
    if (match === null) continue;
    const [all, named = '', digits = ''] = match;
    const label = named.trim().replace(/[:-]$/, '');
    const number = Number(digits);
    // Blank lines may have a number or none.
    if (expected === undefined || number === expected || number === expected + 1) right++;
    before ??= label;
    if (before !== label || number === 0) return lines;
    if (all.length < text.length && !/[\t ]$/.test(all)) spaced = false;
    expected = number + 1;
  }
  if (right < MIN_LINES || right < filled * MOST) return lines;
  return mapLines(lines, (line) => {
    const match = NUMBER.exec(line.text.slice(0, 120));
    if (match === null) return line;
    const length = spaced ? match[0].length : match[0].trimEnd().length;
    return withText(line, line.text.slice(length));
  });
}

/** The right border of a pane: `text      │`. */
function stripRightBorder(lines: Line[], needed: number): Line[] {
  let count = 0;
  for (const { text } of lines) if ('│┃|║'.includes(text.at(-1) ?? ' ')) count++;
  return count < needed
    ? lines
    : mapLines(lines, (line) => withText(line, line.text.replace(/[│┃|║]$/, '').trimEnd()));
}

const BARS = '│┃║▌▎┊╎|';
// Of a diff, and of a list.
const SIGNS = '+*-';

/** Takes off the sign that most lines begin with, and the blank behind it where all have one. */
function stripMark(lines: Line[], filled: Line[], needed: number): Line[] {
  const mark = filled[filled.length >> 1]?.text[0] ?? ' ';
  if (!BARS.includes(mark) && !SIGNS.includes(mark)) return lines;
  const rests = filled.filter(({ text }) => text.startsWith(mark)).map(({ text }) => text.slice(1));
  if (rests.length < needed) return lines;
  const width = rests.every((rest) => rest === '' || rest.startsWith(' ')) ? 2 : 1;
  const indented = rests.filter((rest) => /^(?:\s{2}|\t)/.test(rest.slice(width - 1))).length;
  // A list's lines are all alike and have a blank behind the sign; of a trace some are indented.
  const isList = indented === 0 && (mark !== '+' || width === 2);
  if (SIGNS.includes(mark) && (isList || indented === filled.length)) return lines;
  return mapLines(lines, (line) => {
    // The top of Terraform's box tells whose it is.
    if (HEADER.test(line.text)) return /^\s*╷/.test(line.text) ? line : withText(line, '');
    return line.text.startsWith(mark) ? withText(line, line.text.slice(width)) : line;
  });
}
