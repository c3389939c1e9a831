import { type Format, reading } from '../format.ts';
import { findHeadAnywhere, type Head, isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { isRecord, joinMessage } from '../message.ts';
import { type Place, placeBy, toPlace } from '../place.ts';
import type { Exception } from '../types.ts';
import { isLikelyType } from './node/head.ts';

const MAX_MESSAGE = 6;
// What browsers and reporters write before a type; `Exception: ` is JavaScriptCore's own shell's.
const OPENER =
  /^\s*(?:Uncaught (?:\(in promise\) )?|Unhandled Promise Rejection: |Exception: |Caused by: |uncaught exception: )/;

/** Stacks of Firefox and Safari: `function@address:line:column`, without a head of their own; browsers' logs. */
export const gecko: Format = {
  id: 'gecko',
  language: 'javascript',
  hint: /^Uncaught |^\s*(?:global|module|eval) code@|^Unhandled Promise|^JavaScript error: |:CONSOLE[(:]\d|^\s*[^\s@]{0,200}@(?:https?:|file:|webpack|moz-extension:|safari-|resource:|chrome:|blob:|\[native code\]|\S*:\d+)/,
  read(lines, from) {
    const first = readLogged(lines, from) ?? readStack(lines, from) ?? readReason(lines, from);
    if (first === undefined) return undefined;
    const exceptions = [first.error];
    let { next } = first;
    while (/^\s*Caused by: /.test(lines[next]?.text ?? '')) {
      const cause = readStack(lines, next);
      if (cause === undefined) break;
      exceptions.push({ ...cause.error, relation: 'cause' });
      next = cause.next;
    }
    return reading(lines, from, next, { exceptions });
  },
};

type Read = { error: Exception; next: number };

function readStack(lines: Line[], from: number): Read | undefined {
  const { text, at } = lines[from] as Line;
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
  const error: Exception = { type: head?.type ?? '', message, frames: [], at };
  const isConsole = consoleFrameOf((lines[stack] as Line).text) !== undefined;
  let next = stack;
  for (; next < lines.length; next++) {
    const { text, at } = lines[next] as Line;
    const frame = frameOf(text) ?? (isConsole ? consoleFrameOf(text) : nativeOf(text));
    if (frame === undefined) break;
    error.frames.push({ ...frame, at });
  }
  return stack === from && error.frames.length < 2 ? undefined : { error, next };
}

/** Where the frames begin: at a line, or below a message that starts there. */
function stackAfter(lines: Line[], from: number): number | undefined {
  for (let index = from; index < lines.length && index < from + MAX_MESSAGE; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined || (index > from && consoleFrameOf(text) !== undefined)) return index;
    if (nativeOf(text) !== undefined && frameOf(lines[index + 1]?.text ?? '') !== undefined) return index;
    if (
      text.trim() === ''
        ? frameOf(lines[index + 1]?.text ?? '') === undefined
        : index > from && isRecord(text)
    )
      return undefined;
  }
  return undefined;
}

/** The head in a line above frames: at its start, behind what opens it, or at the end of what a program logged. */
function headAbove(text: string, isNext: boolean): Head | undefined {
  const opener = OPENER.exec(text)?.[0];
  const head = readHead(text.slice(opener?.length ?? 0).trim());
  if (head !== undefined && isExceptionName(head.type)) return head;
  if (opener === undefined && !isNext) return undefined;
  if (head !== undefined && head.message !== '' && isLikelyType(head.type)) return head;
  return isNext ? findHeadAnywhere(text) : undefined;
}

// Uncaught (in promise) [object Object]
/** A rejection with what is no error, told in one line. */
function readReason(lines: Line[], from: number): Read | undefined {
  const { text, at } = lines[from] as Line;
  const message = /^Uncaught \(in promise\) (\S.{0,2000})$/.exec(text)?.[1];
  if (message === undefined || /^\w{0,80}(?:Error|Exception)\b/.test(message)) return undefined;
  const head = readHead(message);
  const type = head?.message && isLikelyType(head.type) ? head.type : 'error';
  return {
    error: { type, message: type === 'error' ? message : (head?.message ?? ''), frames: [], at },
    next: from + 1,
  };
}

// JavaScript error: http://localhost:8080/js/basket.js, line 4: SyntaxError: unexpected token: ')'
// [4242:4242:0203/094107.218402:INFO:CONSOLE:15] "Uncaught (in promise) #<Object>", source: http://localhost:8080/a.js (15)
/** What Firefox and Chromium, and with it Electron, write about a page to their standard error. */
function readLogged(lines: Line[], from: number): Read | undefined {
  const { text, at } = lines[from] as Line;
  const firefox = /^JavaScript error: (\S{0,1000}), line (\d+): (\S.{0,4000})$/.exec(text);
  if (firefox !== null)
    return makeLogged(firefox[3] ?? '', [firefox[1] ?? '', firefox[2] ?? ''], at, from + 1);
  const opened = /^(?:\[[\d:/.]{6,80}:[A-Z]{4,7}:CONSOLE[(:]\d{1,9}\)?\] )"(?=\S)/.exec(text.slice(0, 200));
  if (opened === null) return undefined;
  for (let index = from; index < lines.length && index < from + 2 * MAX_MESSAGE; index++) {
    const line = (lines[index] as Line).text;
    const end = line.lastIndexOf('", source: ');
    const place = end < 0 ? null : /^(\S{0,2000}) \((\d+)\)$/.exec(line.slice(end + 11));
    if (place === null) continue;
    const said =
      index === from
        ? line.slice(0, end)
        : `${joinMessage(text, lines, from + 1, index)}\n${line.slice(0, end)}`;
    const value = said.slice(opened[0].length);
    // What a page merely logs is an error where it names one.
    return OPENER.test(value) || findHeadAnywhere(value) !== undefined
      ? makeLogged(value, [place[1] ?? '', place[2] ?? ''], at, index + 1)
      : undefined;
  }
  return undefined;
}

function makeLogged(
  said: string,
  place: [file: string, line: string],
  at: number,
  next: number,
): Read | undefined {
  const opener = OPENER.exec(said)?.[0] ?? '';
  const value = said.slice(opener.length);
  const head = readHead(value);
  const own = head?.message && isLikelyType(head.type) ? head : undefined;
  const found = own ?? (opener === '' ? findHeadAnywhere(value) : { type: 'error', message: value });
  if (found === undefined) return undefined;
  const [file, line] = place;
  const frames = file === '' ? [] : [{ ...toPlace({ file, line }), at }];
  return { error: { type: found.type, message: found.message, frames, at }, next };
}

// f@https://x/a.js:1:2 · @https://x/a.js:1:2 · promise callback*f@… · f@[native code] · global code@…
function frameOf(text: string): Place | undefined {
  const short = text.trim().slice(0, 2000);
  const at = short.indexOf('@');
  if (at < 0) return undefined;
  // A scoped package has an `@` in its address; a name has no blanks but for Safari's own words.
  const name = short.slice(0, at);
  if (/\s/.test(name.replace(/^(?:global|module|eval) code$|promise callback|\w+ handler\*/, '')))
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
