import { isSpecific, parseExceptionHeader } from '../exception-header.ts';
import { isBlank, type Line, splitLine } from '../line.ts';

/** A longer line is code. */
const MAX_SENTENCE = 1_500;

/**
 * Puts errors that people write inside sentences, in headings, in bold and in inline code on lines of their own. An
 * empty line after each ends its message.
 */
export function splitProse(lines: Line[]): Line[] {
  let changed: Line[] | undefined;
  lines.forEach((line, index) => {
    const isProse = line.text.length <= MAX_SENTENCE && /[`*#\u4e00-\u9fff]|^_/.test(line.text);
    const isAlone = () => !isTicked(lines[index - 1]) && !isTicked(lines[index + 1]);
    const texts = isProse ? textsOf(line.text, isAlone()) : undefined;
    if (texts === undefined) changed?.push(line);
    else {
      changed ??= lines.slice(0, index);
      for (const part of splitLine(line, texts)) changed.push(part);
    }
  });
  return changed ?? lines;
}

/** A pasted trace may have ticks around each of its lines. */
const isTicked = (line: Line | undefined) => line !== undefined && /^`.*`$/.test(line.text);

/** The lines that a line of prose is. Undefined when it stays as it is. */
function textsOf(text: string, isAlone: boolean): string[] | undefined {
  const heading = /^ {0,3}#{1,6} (.+?)(?: #+)?$/.exec(text)?.[1];
  const title = heading?.replace(/^([`*_]{1,3})(.+)\1$/, '$2');
  if (title !== undefined) {
    const error = [title, title.replace(TITLE_PREFIX, '')].find(isErrorText);
    return error === undefined ? undefined : [error, ''];
  }
  const emphasis = /^_(.+)_$/.exec(text)?.[1];
  if (emphasis !== undefined && isErrorText(emphasis)) return [emphasis, ''];
  const whole = /^`(.+)`$/.exec(text)?.[1];
  if (whole !== undefined && hasPairs(whole))
    return isAlone && isErrorText(whole) ? [whole, ''] : (spanIn(text, isAlone) ?? [whole]);
  // The tick that opens a paste.
  const opened = /^`([^`]+)$/.exec(text)?.[1];
  if (opened !== undefined) return [opened];
  return spanIn(text, isAlone) ?? errorInHan(text);
}

// [BUG] panic: text · [shop/production] App::Error: text · Fix System.A: text
const TITLE_PREFIX =
  /^(?:(?:\[[^\]]{1,60}\]|(?:bug|fix|issue|crash|question)(?: report)?(?=[\s:])|[^\p{L}\p{N}\s[('"`-]{1,4})[\s:-]{0,4}){1,4}/iu;

// 我运行后，app.errors.OrderError: no stock 出现这个
const HAN =
  /(?<=[\u3001-\u303f\uff0c\uff1a\uff1b\u4e00-\u9fff]\s?)(?:[a-z_][\w.]{0,120}\.[A-Z]\w{0,80}|[A-Z]\w{0,80}(?:Error|Exception)|ERROR|panic): [^\u3001-\u303f\uff0c\u4e00-\u9fff]{3,800}/;

/** An error inside a Chinese or Japanese sentence, which has no blank before and after it. */
function errorInHan(text: string): string[] | undefined {
  const match = HAN.exec(text);
  if (match === null || !isErrorText(match[0])) return undefined;
  return [text.slice(0, match.index), match[0].trim(), '', text.slice(match.index + match[0].length)];
}

/** Whether ticks come in pairs. */
const hasPairs = (text: string) => (text.match(/`/g)?.length ?? 0) % 2 === 0;

// **Error**: message · **Stack Trace**: · **Exception:** message
const LABEL = /^\*\*(?!\s)([^*`]{2,120}?)(?<!\s)(:?)\*\*(:?)(?=\s|$)/;
// `TypeError: x is not a function` · ``a `quoted` b`` · **TypeError: x**
const SPAN =
  /(?<![`\w])(?:(`{1,3})(?!`)(.{4,1000}?[^`])\1(?!`)|\*\*(?!\s)([^*].{3,1000}?)(?<!\s)\*\*)(?!\w)/g;

function spanIn(text: string, isAlone: boolean): string[] | undefined {
  const label = LABEL.exec(text);
  if (label !== null && !isErrorText(label[1] ?? ''))
    return [`${label[1]}${label[2] || label[3]}${text.slice(label[0].length)}`];
  if (isExplanation(text)) return undefined;
  for (const match of text.matchAll(SPAN)) {
    const error = match[2] ?? match[3] ?? '';
    if (!isErrorText(error)) continue;
    const before = text.slice(0, match.index).trim();
    const after = text.slice(match.index + match[0].length).trim();
    // A lone colon or a list's number says nothing.
    const parts = [before, error, '', after].filter((part, index) => index === 2 || part !== '');
    return isAlone || before !== '' || after !== '' ? parts : [error];
  }
  // ```RuntimeError: text — a fence that only a later line closes
  const open = /^(.{0,400})`{3} ?([^`]{4,1000})$/.exec(text);
  if (open?.[2] !== undefined && isErrorText(open[2])) return [open[1]?.trim() ?? '', open[2]];
  return undefined;
}

// If you see `X`, log in first. · It throws `X`. · `X` means that …
const HYPOTHETICAL =
  /\b(?:if you|when(?:ever)? (?:you|the|an?)|you(?:'ll| will| may| might| can)? (?:see|get)|means?|throws?|raises?|returns?|should|would|e\.g\.|for example)\b/i;
const FIRST_PERSON = /\b(?:I|we|my|our|me|us)\b/i;
/** Whether a sentence says when an error comes, not that it came. */
export const isExplanation = (text: string) => HYPOTHETICAL.test(text) && !FIRST_PERSON.test(text);

// panic: text · error[E0382]: text · error TS2322: text · SQLSTATE[42S02]: text · fatal: text · npm ERR! text
const TOOL_ERROR =
  /^(?:panic: \S|fatal(?: error)?: \S|error(?:\[\w+\]| [A-Z]{2,6}\d{2,5})?: \S|SQLSTATE\[\w{5}\]|npm (?:ERR!|error) \S|(?:ba|z)?sh: \S|ERROR: {1,2}\S|\*\* \(\w|Error response from daemon: |Caused by: \S|Module not found: \S|ERROR in (?:(?:Entry m|M)odule not |\S+\.\w)|\[(?:ERROR|VERBOSE-\d):\S{1,200}\] Unhandled|\S{1,100}#\S{1,60} \([A-Z]\w*(?:::\w+)*\) ")/;
// FastCGI sent in stderr: "PHP message: text · (mod_fastcgi.c.1) FastCGI-stderr: text · PHP Fatal error:  text
const PHP_ERROR = /^(?:.{0,80}(?:PHP message|FastCGI-stderr): |PHP (?:Fatal|Parse) error: )/;
// Words of documentation: `TypeError: if the value is …`
const DESCRIPTION = /^(?:if|when|for|raised|thrown|what|how|the|a|an)\b/i;

/** Whether the text of a span is an error: a type and its message, or what a tool prints. */
function isErrorText(text: string): boolean {
  const trimmed = text.trim();
  if (TOOL_ERROR.test(trimmed) || PHP_ERROR.test(trimmed)) return true;
  const header = parseExceptionHeader(
    trimmed.replace(/^(?:Uncaught |Unhandled |UnhandledPromiseRejectionWarning: )/, ''),
  );
  return (
    header !== undefined &&
    isSpecific(header) &&
    !isBlank(header.message) &&
    /[ '"(\d]/.test(header.message) &&
    !DESCRIPTION.test(header.message)
  );
}
