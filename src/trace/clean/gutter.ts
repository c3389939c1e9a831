import { isBlank, type Line, mapLines, withText } from '../line.ts';

const MIN_LINES = 3;
/** Share of the lines that must have it: what is pasted with a trace may stand around it. */
const MOST = 0.9;
const MAX_LAYERS = 4;

/** Takes off what nearly all lines have on their front, or at their end, whatever put it there: a number, a bar, a label. */
export function gutter(lines: Line[]): Line[] {
  const filled = lines.filter(isFilled);
  if (filled.length < MIN_LINES) return lines;
  const needed = filled.length * MOST;
  let bare = bordered(isCounted(filled) ? counted(lines, filled.length) : lines, needed);
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const prefix = prefixOf(bare === lines ? filled : bare.filter(isFilled), needed);
    if (prefix === undefined) break;
    bare = mapLines(bare, (line) =>
      withText(line, HEADER.test(line.text) ? '' : line.text.replace(prefix, '')),
    );
  }
  return bare;
}

const isFilled = ({ text }: Line) => !isBlank(text) && !HEADER.test(text);

// What diff and boxes put around the lines: `@@ -0,0 +1,9 @@`, `+++ b/run.log`, `+------+`, `┌────┐`, `╷`
const HEADER =
  /^(?:diff --git |index [0-9a-f]+\.\.|--- \S|\+\+\+ \S|@@ |new file mode|[+┌└╭╰╔╚][-─━═]{10,}[+┐┘╮╯╗╝]$|[╷╵]\s*$)/;

// `   12<tab>text`, `  12 text`, `12: text`, `12:text`, `12-text`, `12. text`, `12) text`, `L12: text`, `a.log:12:text`
const NUMBER = /^(\s{0,8}(?:[\w./-]{1,100}:|L)?)(\d{1,7})(\t| ?[|│] ?|[:.)-] ?| )/;

/** Whether it is worth a look: of two lines in the middle one has a number. */
const isCounted = (lines: Line[]) =>
  lines
    .slice(lines.length >> 1)
    .slice(0, 2)
    .some(({ text }) => NUMBER.test(text.slice(0, 120)));

/** The numbers of lines, each one more than the last. */
function counted(lines: Line[], filled: number): Line[] {
  let expected: number | undefined;
  let before: string | undefined;
  let right = 0;
  let spaced = true;
  for (const { text } of lines) {
    if (isBlank(text)) continue;
    const match = NUMBER.exec(text.slice(0, 120));
    if (match === null) continue;
    const [all, label = '', digits = ''] = match;
    const number = Number(digits);
    // Blank lines may have a number or none.
    if (expected === undefined || number === expected || number === expected + 1) right++;
    before ??= label.trimStart();
    if (before !== label.trimStart() || number === 0) return lines;
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
function bordered(lines: Line[], needed: number): Line[] {
  let count = 0;
  for (const { text } of lines) if ('│┃|║'.includes(text.at(-1) ?? ' ')) count++;
  return count < needed
    ? lines
    : mapLines(lines, (line) => withText(line, line.text.replace(/[│┃|║]$/, '').trimEnd()));
}

// `│ `, `| `, `+`, `- `, `* `, or a label: `remote: `, `[err] `, `app.Worker - `
const MARK = /^(?:[│┃║▌▎┊╎|] ?|[+*-] ?(?=\S|$| {2}))/;
const LABEL = /^(?:\S{1,60} {1,4}){0,4}?\S{0,60}?(?:: |\] ?|\| ?|- )/;
// Where an error is, a tool's own word, and what other steps and formats know themselves.
const OWN =
  /^(?:npm |at |from |File |#\d|E {2}|PHP |Caused by|psql:|\[(?:ERROR|INFO|WARN)|> )|\.\w{1,5}[:(]\[?\d|=>/;

/** The longest start that most lines share; a label only where it hides that some lines are indented and others not. */
function prefixOf(lines: Line[], needed: number): RegExp | undefined {
  const sample = lines[lines.length >> 1]?.text ?? '';
  let alike = 0;
  for (const { text } of lines) if (isAlike(text.charCodeAt(0), sample.charCodeAt(0))) alike++;
  if (alike < needed) return undefined;
  const mark = MARK.exec(sample)?.[0].trimEnd();
  if (mark) {
    const pattern = new RegExp(`^${escaped(mark)} ?`);
    if (shares(lines, pattern) >= needed && (!/[-+*]/.test(mark) || variesIn(lines, pattern))) {
      return lines.every(({ text }) => !text.startsWith(mark) || text === mark || text[mark.length] === ' ')
        ? pattern
        : new RegExp(`^${escaped(mark)}`);
    }
  }
  const label = LABEL.exec(sample.slice(0, 160))?.[0];
  if (label === undefined || OWN.test(label)) return undefined;
  const pattern = new RegExp(
    `^${escaped(label.trimEnd()).replace(/\d+/g, '\\d+').replace(/ +/g, ' +')}(?: |$)`,
  );
  return shares(lines, pattern) >= needed && variesIn(lines, pattern) ? pattern : undefined;
}

/** The same, or both digits. */
const isAlike = (a: number, b: number) => a === b || (a >= 48 && a <= 57 && b >= 48 && b <= 57);
const shares = (lines: Line[], pattern: RegExp) => lines.filter(({ text }) => pattern.test(text)).length;

/** Whether behind the prefix some lines begin at once and others are indented. */
function variesIn(lines: Line[], prefix: RegExp): boolean {
  const indented = lines.filter(
    ({ text }) => prefix.test(text) && /^(?:\s{2}|\t)/.test(text.replace(prefix, '')),
  ).length;
  return indented > 0 && indented < lines.length;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
