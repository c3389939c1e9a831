import { languages } from '../../languages.ts';
import { parseChain } from '../../parse-chain.ts';
import { type Format, type ParseResult, exceptionResult } from '../../format.ts';
import { findHeaderAnywhere, type ExceptionHeader, isExceptionName } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { startsLogEntry, joinMessage } from '../../message.ts';
import { type Location, matchLocation, toLocation } from '../../location.ts';
import { findLine, parseFrames, skipLines } from '../../find-lines.ts';
import { parseBareName, parseBareLocation } from './bare-frames.ts';
import { parseExtensionAddress, isSkippedFrames, parseWasmLocation } from './address.ts';
import { parseV8Header, isLikelyType, HEADER_PREFIX } from './v8-header.ts';
import { parseTwoWordHeader } from './two-words.ts';

const MAX_MESSAGE = 6;
/** Stacks of Firefox and Safari: `function@address:line:column`, without a head of their own; browsers' logs. */
export const firefoxSafari: Format = {
  id: 'firefox-safari',
  language: languages.javascript,
  triggers: ['Uncaught ', 'JavaScript error: ', ':CONSOLE', 'Unhandled Promise'],
  lookahead: { triggers: ['@', '://', '.js:'], lines: 7 },
  collapsed: [
    {
      // f@https://x/a.js:1:2 · global code@a.js:1:2 · map@[native code]
      signs: ['@'],
      frame:
        /(?:(?:global|module|eval) |(?!code@))[\p{L}\w$./<*]{0,400}@(?:[^\s@]{1,400}:\d+:\d+|\[native code\])(?=\s|$)/u,
      lineStart: /(?<=:\d{1,6}\s)\w{1,80}Error\b/,
    },
  ],
  parse(lines, from) {
    return parseChain(lines, from, (index, before) => {
      if (before !== undefined)
        return /^\s*Caused by: /.test(textAt(lines, index)) ? parseStack(lines, index) : undefined;
      return (
        parseLogged(lines, index, LOGGED) ?? parseStack(lines, index) ?? parseLogged(lines, index, REJECTED)
      );
    });
  },
};

function parseStack(lines: Line[], from: number): ParseResult | undefined {
  const text = textAt(lines, from);
  const stack = stackAfter(lines, from);
  if (stack === undefined) return undefined;
  const end = skipLines(lines, from + 1, stack, (text) => !/^\s*(?:Stack trace:)?$/.test(text));
  const head = stack === from ? undefined : findHeaderAbove(text, end === from + 1);
  if (stack > from && head === undefined) return undefined;
  const message = joinMessage(head?.message ?? '', lines, from + 1, end);
  const isConsole = parseConsoleFrame(textAt(lines, stack)) !== undefined;
  const { frames, next } = parseFrames(
    lines,
    stack,
    (text, index) =>
      parseFrame(text) ??
      addressOf(text) ??
      (isConsole
        ? parseConsoleFrame(text)
        : (parseNativeFrame(text) ?? parseBareLocation(text) ?? parseBareName(lines, index, isFrame))),
    (text, index) =>
      isSkippedFrames(text) ||
      (isConsole && /^\s*\(Async: .{1,80}\)$/.test(text)) ||
      (text === '' && parseFrame(textAt(lines, index + 1)) !== undefined),
  );
  return stack === from && frames.length < 2 && !/^\s*(?:global|module) code@/.test(text)
    ? undefined
    : exceptionResult(lines, from, next, { type: head?.type ?? '', message, frames });
}

/** Where the frames begin: at a line, or below a message that starts there. */
const stackAfter = (lines: Line[], from: number) =>
  findLine(
    lines,
    from,
    from + MAX_MESSAGE,
    (text, index) =>
      parseFrame(text) ??
      (index > from ? parseConsoleFrame(text) : undefined) ??
      (index > from || isFrame(textAt(lines, index + 1)) ? addressOf(text) : undefined) ??
      (index > from ? parseBareName(lines, index, isFrame) : undefined) ??
      (parseNativeFrame(text) && parseFrame(lines[index + 1]?.text ?? '')),
    (text, index) =>
      text.trim() === '' ? !parseFrame(textAt(lines, index + 1)) : index > from && startsLogEntry(text),
  );

/** The head in a line above frames: at its start, behind what opens it, or at the end of what a program logged. */
function findHeaderAbove(text: string, isNext: boolean): ExceptionHeader | undefined {
  const head = parseV8Header(text);
  if (head !== undefined && isExceptionName(head.type)) return head;
  if (!isNext && !HEADER_PREFIX.test(text)) return undefined;
  if (head?.message && isLikelyType(head.type)) return head;
  return isNext ? (findHeaderAnywhere(text) ?? parseTwoWordHeader(text)) : undefined;
}

// Uncaught (in promise) [object Object]
const REJECTED = [/^(?<said>Uncaught \(in promise\) (?!\w{0,80}(?:Error|Exception)\b)\S.{0,4000})$/];
// JavaScript error: http://localhost:8080/js/basket.js, line 4: SyntaxError: unexpected token: ')'
// [4242:4242:0203/094107.218402:INFO:CONSOLE:15] "Uncaught (in promise) #<Object>", source: http://localhost:8080/a.js (15)
const LOGGED = [
  /^JavaScript error: (?<file>\S{0,4000}), line (?<line>\d+): (?<said>\S.{0,4000})$/,
  /^\[[\d:/.]{6,80}:[A-Z]{4,7}:CONSOLE[(:]\d{1,9}\)?\] "(?<said>\S[^]{0,20000})", source: (?<file>\S{0,4000}) \((?<line>\d+)\)$/,
];

/** What Firefox and Chromium, and with it Electron, write about a page to their standard error. */
function parseLogged(lines: Line[], from: number, forms: RegExp[]): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const isOpen = text.includes(':CONSOLE');
  const last = isOpen
    ? (findLine(lines, from, from + 2 * MAX_MESSAGE, (text) => text.includes('", source: ')) ?? from)
    : from;
  const logged = joinMessage(text, lines, from + 1, last + 1);
  for (const form of forms) {
    const groups = form.exec(logged)?.groups;
    const head = groups && parseThrown(groups['said'] ?? '');
    if (!head) continue;
    const frames = groups['file'] ? [{ ...toLocation(groups), inputLine }] : [];
    return exceptionResult(lines, from, last + 1, { type: head.type, message: head.message, frames });
  }
  return undefined;
}

/** What a browser says was thrown: an error or any other value; what a page merely logs is an error where it names one. */
function parseThrown(said: string): ExceptionHeader | undefined {
  const head = parseV8Header(said);
  if (head?.message && isLikelyType(head.type)) return head;
  return HEADER_PREFIX.test(said)
    ? { type: 'error', message: said.replace(HEADER_PREFIX, '') }
    : findHeaderAnywhere(said);
}

const MAX_SIGNS = 5;

// f@https://x/a.js:1:2 · @https://x/a.js:1:2 · promise callback*f@… · f@[native code] · global code@… · get total@…
function parseFrame(text: string): Location | undefined {
  const short = text.trim().slice(0, 2000);
  // A name may have an `@`, and so may an address.
  let offset = short.indexOf('@');
  for (let count = 0; offset >= 0 && count < MAX_SIGNS; count++, offset = short.indexOf('@', offset + 1)) {
    const name = short.slice(0, offset);
    // Opera names the first call again.
    if (name.startsWith('Error created at ')) return undefined;
    const found = placeBehind(name, short.slice(offset + 1));
    if (found !== undefined)
      return { ...found, ...(name === '' ? {} : { function: name.replace(/^.*\*/, '') }) };
  }
  return undefined;
}

function placeBehind(name: string, rest: string): Location | undefined {
  // anonymous@ · eval code@ — JavaScriptCore has no place for what is evaluated
  if (rest === '[native code]' || (rest === '' && /^(?:anonymous|eval code)$/.test(name)))
    return toLocation({});
  // Behind blanks only an address is sure; Safari has words of its own.
  const isOne = !/\s/.test(
    name.replace(/^(?:global|module|eval) code$|promise callback|\b\w+ handler\*/, ''),
  );
  if (
    !isOne &&
    !(
      name.length < 100 &&
      (/^https?:\/\/\S{1,4000}:\d+:\d+$/.test(rest) || (/[)>]$/.test(name) && /^https?:\/\//.test(rest)))
    )
  )
    return undefined;
  const address = parseExtensionAddress(rest)?.address ?? rest;
  return parseWasmLocation(address) ?? matchLocation(FRAMES, address);
}

const FRAMES = [
  // https://x/a.js line 3 > eval:1:2 · https://x/a.js line 26 > eval line 2 > Function:1:30 — the place that is a file's
  /^(?=[a-z-]+:\/\/|\/)(?<file>\S{1,4000}) line (?<line>\d+) > .{1,400}:\d+:\d+$/,
  // https://x/a.js:1:2 · main.jsbundle:1:2 · index.ios.bundle:1:2
  /^(?=[a-z-]+:\/\/|\/|\w:\\|webpack|[\w./-]+\.(?:[cm]?[jt]sx?|bundle|hbc)|[\w.-]+\/[\w./-]+:\d+:\d+$)(?<file>.{1,4000}?):(?<line>\d+)(?::(?<column>\d+))?$/,
];

/** Safari leaves out the `@` of a call without a name: `https://x/a.js:1:2`. */
const addressOf = (text: string) => matchLocation(ADDRESSES, text);
const ADDRESSES = [
  /^\s*(?<file>(?:https?|file|capacitor|app|safari-(?:web-)?extension):\/\/\S{1,4000}):(?<line>\d+):(?<column>\d+)$/,
];

//     renderName http://localhost:8080/js/profile.js:14
/** Firefox' console copies a name, a blank and an address. */
const parseConsoleFrame = (text: string) => matchLocation(CONSOLE_FRAMES, text);
const CONSOLE_FRAMES = [
  /^\s+(?<name>\S{1,400}?)\*? (?<file>(?:https?|file|moz-extension):\/\/\S{1,4000}?):(?<line>\d+)(?::(?<column>\d+))?$/,
  //     patch runtime-core.esm-bundler.js:5316
  /^\s+(?<name>[\w$<>./]{1,400}?)\*? (?<file>[\w.-]{1,400}\.(?:[cm]?[jt]sx?|vue|svelte)(?:\?\w{1,80})?):(?<line>\d+)(?::(?<column>\d+))?$/,
];

const isFrame = (text: string) => parseFrame(text) !== undefined;

/** Safari has no address for what is native or compiled from a text: `anonymous@`. */
const parseNativeFrame = (text: string) =>
  /^(?:\[native code\]|(?:[\w$]{1,80}|eval code)@|(?:eval|global|module) code)$/.test(
    text.trim().slice(0, 100),
  )
    ? toLocation({ name: /^\w+ code$/.exec(text.trim())?.[0] })
    : undefined;
