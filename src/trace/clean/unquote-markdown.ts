import { isBlank, type Line, mapLines, withText } from '../line.ts';

// ``` or ~~~, with at most the name of a language
const FENCE = /^\s{0,8}(?:`{3,}|(?<!\s)~{3,4}(?!~))\s{0,4}[\w+#.-]{0,20}\s*$/;
const MAX_DEPTH = 5;

// error: | · - message: >-
const BLOCK = /^\s*(?:- )?[\w.-]{1,60}: [|>][+-]?\s*$/;

/** Takes off a mail's or Markdown's quote marks and code fences, and what YAML writes above a text. */
export function unquoteMarkdown(lines: Line[]): Line[] {
  let quoted = lines;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const [from, to] = quotedPart(quoted);
    if (from === to) break;
    quoted = quoted.map((line, index) =>
      index < from || index >= to ? line : withText(line, line.text.replace(/^ {0,3}> ?/, '')),
    );
  }
  const first = quoted.find(({ text }) => !isBlank(text));
  return mapLines(quoted, (line) =>
    isFence(line.text) || (line === first && BLOCK.test(line.text)) ? withText(line, '') : unticked(line),
  );
}

/**
 * The lines that are quoted: all when most begin with one `>`, or those from the first such line to the last, when
 * some of them are indented behind the mark and some are not. Python's prompt `>>> ` and the arrow of pytest are no marks.
 */
function quotedPart(lines: Line[]): [from: number, to: number] {
  const from = lines.findIndex(isMarked);
  if (from < 0) return [0, 0];
  const to = lines.findLastIndex(isMarked) + 1;
  const part = lines.slice(from, to);
  const marked = part.filter(isMarked);
  if (marked.length >= filled(lines) * MOST) return [0, lines.length];
  const indented = marked.filter(({ text }) => /^ {0,3}>(?: [ \t]|\t)/.test(text)).length;
  const isTrace = indented > 0 && indented < marked.length;
  return isTrace && marked.length >= filled(part) * MOST ? [from, to] : [0, 0];
}

const MOST = 0.7;
const isMarked = ({ text }: Line) => /^ {0,3}>(?!>>)/.test(text);
const filled = (lines: Line[]) => lines.reduce((count, { text }) => count + (isBlank(text) ? 0 : 1), 0);
const isFence = (text: string) => /[`~]{3}/.test(text) && FENCE.test(text);

/** A line between single backticks, or after the one that opens a paste; chats put a fence on the text's own lines. */
function unticked(line: Line): Line {
  if (!line.text.includes('`')) return line;
  const text = line.text.replace(/^```(?=\S)/, '').replace(/```$/, '');
  return withText(line, /^`([^`]+)`?$/.exec(text)?.[1] ?? text);
}
