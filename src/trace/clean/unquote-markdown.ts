import { hasAtMostFilled, isBlank, type Line, mapLines, withText } from '../line.ts';
import { TRACE_LINE_START } from './line-starts.ts';
import { splitProse } from './split-prose.ts';

// ``` or ~~~, with at most the name of a language
const FENCE = /^\s{0,8}(?:`{3,}|(?<!\s)~{3,4}(?!~))\s{0,4}[\w+#.-]{0,20}\s*$/;
const MAX_DEPTH = 5;
/** A longer text is documentation: what it quotes are examples. */
const MAX_PROSE = 60;

// error: | · - message: >-
const BLOCK = /^\s*(?:- )?[\w.-]{1,60}: [|>][+-]?\s*$/;

/** Strips quote marks, code fences, headings and emphasis of mails and Markdown, and YAML's header of a text block. */
export function unquoteMarkdown(lines: Line[]): Line[] {
  let quoted = lines;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const isQuoted = quotedLines(quoted);
    if (isQuoted === undefined) break;
    quoted = quoted.map((line, index) =>
      isQuoted[index] ? withText(line, line.text.replace(/^( {0,3})> ?/, '$1')) : line,
    );
  }
  const first = quoted.find(({ text }) => !isBlank(text));
  const plain = mapLines(quoted, (line) =>
    isFence(line.text) || (line === first && BLOCK.test(line.text)) ? withText(line, '') : stripFence(line),
  );
  const closed = stripClosingTick(plain);
  return hasAtMostFilled(lines, MAX_PROSE) ? splitProse(closed) : mapLines(closed, stripTicks);
}

/** For each line whether it is quoted: all lines, those of a trace, or blocks between empty lines. */
function quotedLines(lines: Line[]): boolean[] | undefined {
  const from = lines.findIndex(isMarked);
  if (from < 0) return undefined;
  const to = lines.findLastIndex(isMarked) + 1;
  const part = lines.slice(from, to);
  const marked = part.filter(isMarked);
  if (marked.length >= countFilled(lines) * MOST) return lines.map(() => true);
  // Of a trace some lines are indented after the mark and some are not.
  const indented = marked.filter(({ text }) => /^ {0,3}>(?: [ \t]|\t)/.test(text)).length;
  const isTrace = indented > 0 && indented < marked.length;
  if (isTrace && marked.length >= countFilled(part) * MOST)
    return lines.map((_, index) => index >= from && index < to);
  return quotedBlocks(lines);
}

const MOST = 0.7;
// Python's prompt `>>> ` and the arrow of pytest are no marks.
const isMarked = ({ text }: Line) => /^ {0,3}>(?!>>)/.test(text);
const countFilled = (lines: Line[]) => lines.reduce((count, { text }) => count + (isBlank(text) ? 0 : 1), 0);
const isFence = (text: string) => /[`~]{3}/.test(text) && FENCE.test(text);

/** Runs of marked lines between empty lines or below a line that ends with a colon. Undefined when there are none. */
function quotedBlocks(lines: Line[]): boolean[] | undefined {
  if (lines.some(({ text }) => GRADLE.test(text))) return undefined;
  const isQuoted = lines.map(() => false);
  let found = false;
  for (let from = 0; from < lines.length; from++) {
    if (!isBlockLine(lines[from] as Line)) continue;
    let to = from + 1;
    while (to < lines.length && isMarked(lines[to] as Line)) to++;
    const above = lines[from - 1]?.text.trimEnd() ?? '';
    const isAlone =
      (above === '' || /\w.*:$/.test(above)) &&
      (isBlank(lines[to]?.text ?? '') || TRACE_LINE.test(lines[to]?.text ?? ''));
    if (isAlone) {
      isQuoted.fill(true, from, to);
      found = true;
    }
    from = to;
  }
  return found ? isQuoted : undefined;
}

// Markdown goes on with a quotation where a line has no mark.
const TRACE_LINE = new RegExp(`^\\s*(?:${TRACE_LINE_START})`, 'u');

// Gradle begins lines of its own with the mark.
const GRADLE = /^> Task :|^\* What went wrong:/;

/**
 * The first line of a block. Code frames (`> 4 | x`) and the arrow of pytest have more spaces or a number; npm names a
 * script (`> shop@1.2.0 build`).
 */
const isBlockLine = ({ text }: Line) => /^ {0,3}> ?(?![\s>]|\d+ [|│]|@?[\w./-]+@\d[\w.+-]* \S)\S/.test(text);

/** Chats put a fence on the text's own lines. */
const stripFence = (line: Line) =>
  line.text.includes('```') ? withText(line, line.text.replace(/^```(?=\S)/, '').replace(/```$/, '')) : line;

/** Inline code over several lines: the tick at the end of a line that a tick of a line above opened. */
function stripClosingTick(lines: Line[]): Line[] {
  let isOpen = false;
  return mapLines(lines, (line) => {
    const { text } = line;
    if (!text.includes('`')) return line;
    if (isOpen && /^[^`]*`$/.test(text)) {
      isOpen = false;
      return withText(line, text.slice(0, -1));
    }
    isOpen = /^`[^`]+$/.test(text);
    return line;
  });
}

/** A line between single backticks, or after the one that opens a paste. */
const stripTicks = (line: Line) =>
  line.text.startsWith('`') ? withText(line, /^`([^`]+)`?$/.exec(line.text)?.[1] ?? line.text) : line;
