import { isBlank, type Line, mapLines, withText } from '../line.ts';

// ``` or ~~~, with at most the name of a language
const FENCE = /^\s{0,8}(?:`{3,}|(?<!\s)~{3,4}(?!~))\s{0,4}[\w+#.-]{0,20}\s*$/;
const MAX_DEPTH = 5;

/** Takes off a mail's or Markdown's quote marks and code fences. */
export function quotes(lines: Line[]): Line[] {
  let quoted = lines;
  for (let depth = 0; depth < MAX_DEPTH && isQuoted(quoted); depth++) {
    quoted = mapLines(quoted, (line) => withText(line, line.text.replace(/^ {0,3}> ?/, '')));
  }
  return mapLines(quoted, (line) => (isFence(line.text) ? withText(line, '') : unticked(line)));
}

/** Most lines begin with one `>`; Python's prompt `>>> ` and the arrow of pytest are not quotes. */
function isQuoted(lines: Line[]): boolean {
  let marked = 0;
  let filled = 0;
  for (const { text } of lines) {
    if (isBlank(text)) continue;
    filled++;
    if (/^ {0,3}>(?!>>)/.test(text)) marked++;
  }
  return marked > 0 && marked >= filled * 0.7;
}

const isFence = (text: string) => (text.includes('```') || text.includes('~~~')) && FENCE.test(text);

/** A line between single backticks, or after the one that opens a paste. */
function unticked(line: Line): Line {
  const match = line.text.startsWith('`') ? /^`([^`]+)`?$/.exec(line.text) : null;
  return match?.[1] === undefined ? line : withText(line, match[1]);
}
