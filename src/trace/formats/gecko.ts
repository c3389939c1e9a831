import { readChain } from '../chain.ts';
import { type Format, type Reading, single } from '../format.ts';
import { findHeadAnywhere, type Head, isExceptionName } from '../head.ts';
import type { Line } from '../line.ts';
import { isRecord, joinMessage } from '../message.ts';
import { type Place, placeBy, toPlace } from '../place.ts';
import { findLine, readFrames } from '../search.ts';
import { headOf, isLikelyType, OPENER } from './node/head.ts';

const MAX_MESSAGE = 6;
/** Stacks of Firefox and Safari: `function@address:line:column`, without a head of their own; browsers' logs. */
export const gecko: Format = {
  id: 'gecko',
  language: 'javascript',
  hint: '@|Uncaught |JavaScript error: |:CONSOLE|Unhandled Promise',
  ahead: { hint: '@|://', reach: 7 },
  read(lines, from) {
    return readChain(lines, from, (index, before) => {
      if (before !== undefined)
        return /^\s*Caused by: /.test((lines[index] as Line).text) ? readStack(lines, index) : undefined;
      return (
        readLogged(lines, index, LOGGED) ?? readStack(lines, index) ?? readLogged(lines, index, REJECTED)
      );
    });
  },
};

function readStack(lines: Line[], from: number): Reading | undefined {
  const { text } = lines[from] as Line;
  const stack = stackAfter(lines, from);
  if (stack === undefined) return undefined;
  const head =
    stack === from
      ? undefined
      : headAbove(
          text,
          lines.slice(from + 1, stack).every((line) => line.text.trim() === ''),
        );
  if (stack > from && head === undefined) return undefined;
  const message = joinMessage(head?.message ?? '', lines, from + 1, stack);
  const isConsole = consoleFrameOf((lines[stack] as Line).text) !== undefined;
  const { frames, next } = readFrames(
    lines,
    stack,
    (text) => frameOf(text) ?? (isConsole ? consoleFrameOf(text) : nativeOf(text)),
  );
  return stack === from && frames.length < 2
    ? undefined
    : single(lines, from, next, { type: head?.type ?? '', message, frames });
}

/** Where the frames begin: at a line, or below a message that starts there. */
const stackAfter = (lines: Line[], from: number) =>
  findLine(
    lines,
    from,
    from + MAX_MESSAGE,
    (text, index) =>
      frameOf(text) ??
      (index > from ? consoleFrameOf(text) : undefined) ??
      (nativeOf(text) && frameOf(lines[index + 1]?.text ?? '')),
    (text, index) =>
      text.trim() === '' ? !frameOf(lines[index + 1]?.text ?? '') : index > from && isRecord(text),
  );

/** The head in a line above frames: at its start, behind what opens it, or at the end of what a program logged. */
function headAbove(text: string, isNext: boolean): Head | undefined {
  const head = headOf(text);
  if (head !== undefined && isExceptionName(head.type)) return head;
  if (!isNext && !OPENER.test(text)) return undefined;
  if (head?.message && isLikelyType(head.type)) return head;
  return isNext ? findHeadAnywhere(text) : undefined;
}

// Uncaught (in promise) [object Object]
const REJECTED = [/^(?<said>Uncaught \(in promise\) (?!\w{0,80}(?:Error|Exception)\b)\S.{0,2000})$/];
// JavaScript error: http://localhost:8080/js/basket.js, line 4: SyntaxError: unexpected token: ')'
// [4242:4242:0203/094107.218402:INFO:CONSOLE:15] "Uncaught (in promise) #<Object>", source: http://localhost:8080/a.js (15)
const LOGGED = [
  /^JavaScript error: (?<file>\S{0,1000}), line (?<line>\d+): (?<said>\S.{0,4000})$/,
  /^\[[\d:/.]{6,80}:[A-Z]{4,7}:CONSOLE[(:]\d{1,9}\)?\] "(?<said>\S[^]{0,20000})", source: (?<file>\S{0,2000}) \((?<line>\d+)\)$/,
];

/** What Firefox and Chromium, and with it Electron, write about a page to their standard error. */
function readLogged(lines: Line[], from: number, forms: RegExp[]): Reading | undefined {
  const { text, at } = lines[from] as Line;
  const isOpen = text.includes(':CONSOLE');
  const last = isOpen
    ? (findLine(lines, from, from + 2 * MAX_MESSAGE, (text) => text.includes('", source: ')) ?? from)
    : from;
  const logged = joinMessage(text, lines, from + 1, last + 1);
  for (const form of forms) {
    const groups = form.exec(logged)?.groups;
    const head = groups && headSaid(groups['said'] ?? '');
    if (!head) continue;
    const frames = groups['file'] ? [{ ...toPlace(groups), at }] : [];
    return single(lines, from, last + 1, { type: head.type, message: head.message, frames });
  }
  return undefined;
}

/** What a browser says was thrown: an error or any other value; what a page merely logs is an error where it names one. */
function headSaid(said: string): Head | undefined {
  const head = headOf(said);
  if (head?.message && isLikelyType(head.type)) return head;
  return OPENER.test(said) ? { type: 'error', message: said.replace(OPENER, '') } : findHeadAnywhere(said);
}

// f@https://x/a.js:1:2 · @https://x/a.js:1:2 · promise callback*f@… · f@[native code] · global code@…
function frameOf(text: string): Place | undefined {
  const short = text.trim().slice(0, 2000);
  const at = short.indexOf('@');
  if (at < 0) return undefined;
  // A scoped package has an `@` in its address; a name has no blanks but for Safari's own words.
  const name = short.slice(0, at);
  if (/\s/.test(name.replace(/^(?:global|module|eval) code$|promise callback|\b\w+ handler\*/, '')))
    return undefined;
  const rest = short.slice(at + 1);
  // anonymous@ · eval code@ — JavaScriptCore has no place for what is evaluated
  const isNative = rest === '[native code]' || (rest === '' && /^(?:anonymous|eval code)$/.test(name));
  const found = isNative ? toPlace({}) : placeBy(FRAMES, rest);
  return found && { ...found, ...(name === '' ? {} : { function: name.replace(/^.*\*/, '') }) };
}

// https://x/a.js:1:2 · https://x/a.js line 3 > eval:1:2
const FRAMES = [
  /^(?=[a-z-]+:\/\/|\/|\w:\\|webpack|[\w./-]+\.[cm]?[jt]sx?)(?<file>.{1,1500}?)(?: line \d+ > (?:eval|Function))?:(?<line>\d+)(?::(?<column>\d+))?$/,
];

//     renderName http://localhost:8080/js/profile.js:14
/** Firefox' console copies a name, a blank and an address. */
const consoleFrameOf = (text: string) => placeBy(CONSOLE_FRAMES, text.slice(0, 2000));
const CONSOLE_FRAMES = [
  /^\s+(?<name>\S{1,200}?)\*? (?<file>(?:https?|file|moz-extension):\/\/\S{1,1500}?):(?<line>\d+)(?::(?<column>\d+))?$/,
];

/** Safari has no address for what is native or compiled from a text: `anonymous@`. */
const nativeOf = (text: string) =>
  /^(?:\[native code\]|(?:[\w$]{1,80}|eval code)@)$/.test(text.trim().slice(0, 100))
    ? toPlace({})
    : undefined;
