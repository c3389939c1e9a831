import { type Line, splitLines, textAt, withText } from '../line.ts';
import { parseTraces } from '../parse-traces.ts';
import { TRACE_LINE_START } from './line-starts.ts';

const MAX_LABEL = 160;
const MIN_LABEL = 3;
const MIN_LINES = 3;

/** Takes off what neighbours begin with alike: `worker_1 ERROR 1 --- [main] o.s.App : `, `386: `. Digits are equal. */
export function stripRepeatedPrefix(lines: Line[]): Line[] {
  return stripRuns(stripRuns(lines, nameOf, isTrace), signOf, (rests, label) => !isOwnWord(rests, label));
}

/** Cuts the label off each run of lines that have the same one, where what stands behind it is as it should be. */
function stripRuns(
  lines: Line[],
  labelOf: (shared: string, rest: string) => string | undefined,
  isRight: (rests: string[], label: string) => boolean,
): Line[] {
  let result: Line[] | undefined;
  let start = 0;
  while (start < lines.length) {
    const text = textAt(lines, start);
    // No label begins with a blank.
    const length = isIndented(text) ? 0 : sharedLength(text, textAt(lines, start + 1));
    const label = length < MIN_LABEL ? undefined : labelOf(text.slice(0, length), text.slice(length));
    const rests: string[] = [];
    for (let index = start; label !== undefined && index < lines.length; index++) {
      const rest = textAfter(textAt(lines, index), label);
      if (rest === undefined) break;
      rests.push(rest);
    }
    const isRun = label !== undefined && rests.length >= MIN_LINES && isRight(rests, label);
    if (isRun) {
      result ??= lines.slice();
      for (const [index, rest] of rests.entries())
        result[start + index] = withText(lines[start + index] as Line, rest);
    }
    // The last line of what is no run may begin one.
    start += Math.max(isRun ? rests.length : rests.length - 1, 1);
  }
  return result ?? lines;
}

// Names, numbers and signs, a blank behind each: `web-7d9c-x2x1q app `, `0|web  | `, `01E `, `| ERROR | `.
const NAME = /^(?!npm )(?=\S*[a-zA-Z])(?=.*[\d|:\]])\S.*? $|^[|-] [A-Z]+ +[|-] $/;
// What stands behind a name when it is a trace's: what else begins alike is a list.
const TRACE = new RegExp(
  `^\\s*(?:[|+] *)?(?:${TRACE_LINE_START}|Exception Group Traceback|Unhandled )|^\\t\\S`,
  'u',
);
// `src/a.ts(1,2): ` and `a.c:1:2: ` say where an error is, `➤ YN0028: ` what it is.
const LOCATION = /\.\w+[:(]\[?\d|=>|^E |^➤ YN/;

/** What a trace has, some of whose lines are indented. */
const isTrace = (rests: string[]) =>
  rests.some((rest) => /^\s/.test(rest)) && rests.some((rest) => TRACE.test(rest));

/** All that two lines begin with, up to a blank. */
function nameOf(shared: string, rest: string): string | undefined {
  const words = /^.*\S(?= )/.exec(shared + rest.slice(0, 1))?.[0] ?? '';
  const name = `${words} `;
  return NAME.test(name) && !LOCATION.test(name) && !TRACE.test(name) ? name : undefined;
}

// Where a trace's own words begin: what is before them may be a label, they never are.
const INSIDE =
  /\t|(?<=[:\]|-] ) {2}|(?<![:\]|-]) {2}|\bat |File "|Traceback|Caused by|Suppressed|\bfrom |\.\.\. \d|#\d|goroutine|created by|\bin |[\w.]*(?:Error|Exception)\b/;

/** What two lines begin with up to a colon, a bracket, a bar or a dash, or a level. */
function signOf(shared: string): string | undefined {
  const before = shared.slice(0, INSIDE.exec(shared)?.index);
  const label =
    /^\S.*(?:[:\]|] | - )/.exec(before)?.[0] ??
    /^(?:ERROR|FATAL|WARN|INFO|DEBUG|CRITICAL|SEVERE) /.exec(shared)?.[0];
  return label === undefined || LOCATION.test(label) ? undefined : label;
}

const MAX_TRIED = 12;

/** Whether a label is the errors' own: `Module not found: `. Lines are errors with it and none without it. */
function isOwnWord(rests: string[], label: string): boolean {
  // npm's format takes its own prefix off.
  if (/^npm (?:ERR!|error)/.test(label)) return false;
  const tried = rests.slice(0, MAX_TRIED);
  return countTraces(tried) === 0 && countTraces(tried.map((rest) => label + rest)) > 0;
}

const countTraces = (texts: string[]) => parseTraces(splitLines(texts.join('\n'))).length;

const isIndented = (text: string) => text.startsWith(' ') || text.startsWith('\t');

/** What stands behind a label; a blank line may have lost the label's last blank. */
function textAfter(text: string, label: string): string | undefined {
  const length = text.length === label.length - 1 ? text.length : label.length;
  return sharedLength(text, label) < length ? undefined : text.slice(length);
}

/** Characters that two lines begin with alike, digits being equal. */
function sharedLength(text: string, next: string): number {
  const limit = Math.min(text.length, next.length, MAX_LABEL);
  let length = 0;
  while (length < limit && same(text.charCodeAt(length), next.charCodeAt(length))) length++;
  return length;
}

const same = (a: number, b: number) => a === b || (isDigit(a) && isDigit(b));
const isDigit = (code: number) => code >= 48 && code <= 57;
