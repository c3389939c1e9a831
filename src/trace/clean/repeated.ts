import { type Line, withText } from '../line.ts';
import { OWN } from './starts.ts';

const MAX_PREFIX = 160;
// Where a trace's own words begin: what is before them may be a prefix, they never are.
const INSIDE =
  /\t|(?<=[:\]|-] ) {2}|(?<![:\]|-]) {2}|\bat |File "|Traceback|Caused by|Suppressed|\bfrom |\.\.\. \d|#\d|goroutine|created by|\bin |[\w.]*(?:Error|Exception)\b/;

/**
 * Takes off a prefix that neighbours share: `worker_1 ERROR 1 --- [main] o.s.App : `, `386: `. Digits count as equal.
 */
export function repeated(given: Line[]): Line[] {
  const lines = labelled(given);
  const shared = lines.map((line, index) => sharedWith(line.text, lines[index + 1]?.text ?? ''));
  if (!shared.some((prefix, index) => prefix !== '' && shared[index + 1] === prefix)) return lines;
  const result = lines.slice();
  let start = 0;
  while (start < lines.length) {
    const prefix = shared[start] ?? '';
    if (prefix === '') {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < lines.length && shared[end] === prefix) end++;
    // `end` is the last line: it shares the prefix with the one before.
    if (end - start >= 2) {
      for (let index = start; index <= end && index < lines.length; index++) {
        const line = lines[index] as Line;
        result[index] = withText(line, line.text.slice(prefix.length));
      }
    }
    start = end + 1;
  }
  return result;
}

// Names, numbers and signs, a blank behind each: `web-7d9c-x2x1q app `, `0|web  | `, `01E `, `| ERROR | `.
const LABEL = /^(?=\S*[a-zA-Z])(?=.*[\d|:\]])\S.*? $|^[|-] [A-Z]+ +[|-] $/;
// What stands behind a label when it is a trace's: what else begins alike is a list.
const TRACE = new RegExp(`^\\s*(?:[|+] *)?(?:${OWN}|Exception Group Traceback|Unhandled )|^\\t\\S`, 'u');

/** Takes off any label that a run of lines has where a trace's own lines, some of them indented, stand behind it. */
function labelled(lines: Line[]): Line[] {
  let result: Line[] | undefined;
  let start = 0;
  while (start < lines.length) {
    const label = labelOf((lines[start] as Line).text, lines[start + 1]?.text ?? '');
    let end = start + 1;
    if (label !== undefined) {
      let isTrace = false;
      let isIndented = false;
      for (end = start; end < lines.length; end++) {
        const rest = behind((lines[end] as Line).text, label);
        if (rest === undefined) break;
        isIndented ||= /^\s/.test(rest);
        isTrace ||= TRACE.test(rest);
      }
      if (isTrace && isIndented && end - start >= 3) {
        result ??= lines.slice();
        for (let index = start; index < end; index++) {
          const line = lines[index] as Line;
          result[index] = withText(line, behind(line.text, label) ?? line.text);
        }
      } else end--;
    }
    start = Math.max(end, start + 1);
  }
  return result ?? lines;
}

/** The start that two lines share, up to a blank; digits count as equal. */
function labelOf(text: string, next: string): string | undefined {
  const end = text.slice(0, sharedLength(text, next)).trimEnd();
  const label = `${text[end.length] === ' ' ? end : end.slice(0, Math.max(0, end.lastIndexOf(' '))).trimEnd()} `;
  return LABEL.test(label) && !/\.\w+[:(]\[?\d|=>|^npm /.test(label) && !TRACE.test(label)
    ? label
    : undefined;
}

/** What stands behind a label; a blank line may have lost the label's last blank. */
function behind(text: string, label: string): string | undefined {
  const length = text.length === label.length - 1 ? text.length : label.length;
  if (text.length < length) return undefined;
  for (let index = 0; index < length; index++)
    if (!same(text.charCodeAt(index), label.charCodeAt(index))) return undefined;
  return text.slice(length);
}

/** The start that two lines share, up to the end of a label; empty when it is no label. */
function sharedWith(text: string, next: string): string {
  // What is indented has no label.
  if (text.startsWith(' ') || text.startsWith('\t')) return '';
  const length = sharedLength(text, next);
  if (length < 3) return '';
  let prefix = text.slice(0, length);
  const own = INSIDE.exec(prefix);
  if (own) prefix = prefix.slice(0, own.index);
  const end = Math.max(
    prefix.lastIndexOf(': ') + 2,
    prefix.lastIndexOf('] ') + 2,
    prefix.lastIndexOf('| ') + 2,
    prefix.lastIndexOf(' - ') + 3,
  );
  prefix = end < 3 ? '' : prefix.slice(0, end);
  if (prefix === '') return /^(?:ERROR|FATAL|WARN|INFO|DEBUG|CRITICAL|SEVERE) /.exec(text)?.[0] ?? '';
  // `src/a.ts(1,2): ` and `a.c:1:2: ` say where an error is
  return /^\s|\.\w+[:(]\[?\d|=>|^E /.test(prefix) ? '' : shape(prefix);
}

/** Characters that two lines begin with alike, digits being equal. */
function sharedLength(text: string, next: string): number {
  const limit = Math.min(text.length, next.length, MAX_PREFIX);
  let length = 0;
  while (length < limit && same(text.charCodeAt(length), next.charCodeAt(length))) length++;
  return length;
}

const same = (a: number, b: number) => a === b || (isDigit(a) && isDigit(b));
const isDigit = (code: number) => code >= 48 && code <= 57;
const shape = (text: string) => text.replace(/\d/g, '0');
