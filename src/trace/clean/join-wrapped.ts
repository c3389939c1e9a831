import { parseExceptionHeader } from '../exception-header.ts';
import type { Line } from '../line.ts';
import { logPrefixLength } from '../log-prefix.ts';
import { TRACE_LINE_START } from './line-starts.ts';

const MIN_WIDTH = 60;
const MAX_WIDTH = 400;
const MAX_JOINED = 40;
const ALIKE = 8;
/** Widths that terminals and mails have; of another there must be more lines. */
const USUAL = new Set([72, 76, 78, 79, 80, 100, 120, 132, 160]);
// A line that starts like one of these is a line of its own even after a full one.
const START = new RegExp(
  `^\\s*(?:${TRACE_LINE_START}|[\\w$./<*]{0,120}@(?:https?:|file:|\\[)|[|[│╭╰•]|[A-Z], \\[|\\s{2,}\\p{L}{1,12} \\p{Lu}[\\p{L}\\p{N}_.<>\`]{2,200}[[(]|[~^]+$| {2,}[\\w$'"]{1,60}: |[\\w./*@-]{1,200}\\.[\\w()*.]{1,200}\\([^()]{0,200}\\)$)`,
  'u',
);

/** Joins lines that a terminal broke at its width: many lines are exactly that long and none is longer. */
export function joinWrapped(lines: Line[]): Line[] {
  const width = widthOf(lines);
  if (width === undefined) return lines;
  const joined: Line[] = [];
  let count = 0;
  // What stood between the last line and the next; undefined when the last line was not full.
  let gap: string | undefined;
  for (const [index, line] of lines.entries()) {
    const last = joined.at(-1);
    const isRest = gap !== undefined && (gap === '' || /^[\p{Ll}\d"'({[]/u.test(line.text));
    if (
      last !== undefined &&
      isRest &&
      count < MAX_JOINED &&
      continues(line, last.text) &&
      !(isAboveFrames(line, lines[index + 1]) && /[\w)\]]$/.test(last.text))
    ) {
      joined[joined.length - 1] = {
        text: last.text + gap + line.text,
        inputLine: last.inputLine,
        lastInputLine: line.lastInputLine,
        hasLogPrefix: last.hasLogPrefix,
        isInfo: last.isInfo,
      };
      count++;
    } else {
      joined.push(line);
      count = 0;
    }
    gap = gapAfter(line.text, width);
  }
  return joined;
}

/** Nothing after a full line, a space after one whose last space was trimmed. Undefined after any other line. */
function gapAfter(text: string, width: number): string | undefined {
  if (text.length < width - 1 || isBar(text)) return undefined;
  const length = columns(text);
  if (length === width) return '';
  return length === width - 1 && !text.endsWith(' ') ? ' ' : undefined;
}

/** Whether a line may be the rest of the one before: it begins neither as a line of its own does nor as that one did. */
const continues = ({ text, hasLogPrefix: stamped }: Line, before: string) =>
  text !== '' &&
  !stamped &&
  !START.test(text.slice(0, 200)) &&
  !isAlike(text, before) &&
  logPrefixLength(text) === 0;

/** Whether a line names an exception right above its frames. */
const isAboveFrames = ({ text }: Line, next: Line | undefined) =>
  /^\s+(?:at |File ")/.test(next?.text ?? '') &&
  /^(?:[A-Z]|[a-z]\w*\.)/.test(text) &&
  parseExceptionHeader(text.slice(0, 200)) !== undefined;

/** Two records of one log: the same for some characters, digits being equal. */
function isAlike(text: string, other: string): boolean {
  const start = text.slice(0, ALIKE).replace(/\d/g, '0');
  return start.length === ALIKE && start.trim() !== '' && start === other.slice(0, ALIKE).replace(/\d/g, '0');
}

/**
 * `=====`, `---- 1 ----`, `____ test ____`: made to be as long as the terminal is wide. `   ^^^^`: as long as the source
 * above it.
 */
const isBar = (text: string) =>
  /[-=_*~#!─━═^]{4}[╮╯]?$/.test(text.slice(-5)) ||
  /^[-=_*~#─━═]{10}|  \S.*\(most recent call last\)$/.test(text);

/** Characters, as a terminal counts them: a pair of surrogates is one. */
const columns = (text: string) => text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);

function widthOf(lines: Line[]): number | undefined {
  let width = 0;
  for (const { text } of lines) if (text.length > width) width = Math.max(width, columns(text));
  if (width < MIN_WIDTH || width > MAX_WIDTH) return undefined;
  const needed = width === 80 || width === 120 ? 1 : USUAL.has(width) ? 2 : 4;
  let wide = 0;
  for (const { text } of lines) if (text.length >= width) wide++;
  if (wide < needed) return undefined;
  let full = 0;
  let padded = 0;
  let continued = 0;
  for (const [index, { text }] of lines.entries()) {
    if (text.length < width || columns(text) !== width || isBar(text)) continue;
    full++;
    if (text.endsWith('  ')) padded++;
    const next = lines[index + 1];
    if (next !== undefined && continues(next, text)) continued++;
  }
  if (continued * 2 < full) return undefined;
  return full >= needed && padded * 2 < full ? width : undefined;
}
