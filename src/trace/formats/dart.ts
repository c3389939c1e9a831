import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import { isExceptionName, parseHeader } from '../exception-header.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import { patternTable } from '../pattern-table.ts';
import { findLine, parseFrames, skipLines } from '../find-lines.ts';
import { parseFrame, isPassed } from './dart/frame.ts';

const MAX_MESSAGE = 30;
const MAX_REPORT = 300;

/** Dart and Flutter: uncaught exceptions, the framework's reports, package:stack_trace, the compiler. */
export const dart: Format = {
  id: 'dart',
  language: defineLanguage({ id: 'dart', endings: ['.dart'] }),
  triggers: [
    'nhandled ',
    'is not a subtype of type',
    'exited unexpectedly',
    'xception caught by ',
    'EXCEPTION CAUGHT BY ',
    'nother exception was thrown',
    '.dart:',
    'package:',
    ' [E]',
  ],
  lookahead: { triggers: ['.dart'], lines: MAX_MESSAGE },
  logTriggers: [' [E]'],
  parse(lines, from) {
    const { text } = lines[from] as Line;
    return (
      parseReport(lines, from) ??
      parseTest(lines, from) ??
      (text.startsWith('#') && parseFrame(text) !== undefined
        ? parseCut(lines, from)
        : parseThrown(lines, from)) ??
      parseTool(lines, from)
    );
  },
};

// Unhandled exception: · [ERROR:flutter/lib/ui/ui_dart_state.cc(209)] Unhandled Exception: Bad state: no cart
const UNHANDLED = /^\s*(?:\[(?:ERROR|FATAL|VERBOSE-\d):\S{1,400}\] )?Unhandled [Ee]xception: ?(?<said>.*)$/;

/** What nobody caught, with frames of Dart below; the message may stand on the next line. */
function parseThrown(lines: Line[], from: number): ParseResult | undefined {
  const { text } = lines[from] as Line;
  const said = UNHANDLED.exec(text.slice(0, 8000))?.groups?.['said'];
  const headerIndex = said === '' ? from + 1 : from;
  const first = said === undefined || said === '' ? (lines[headerIndex]?.text ?? '').trim() : said;
  const head = parseHeader(first);
  const isError = head !== undefined && isExceptionName(head.type);
  if (said === undefined && !isError) return undefined;
  const stack = findLine(lines, headerIndex + 1, headerIndex + MAX_MESSAGE, parseFrame, (line, index) =>
    said === undefined
      ? line === '' || parseHeader(line) !== undefined
      : index > headerIndex + 1 && UNHANDLED.test(line),
  );
  if (stack === undefined && !(said && text.trimStart().startsWith('['))) return undefined;
  const { frames, next } = parseStack(lines, stack ?? headerIndex + 1);
  const { type, message } = typed(joinMessage(first, lines, headerIndex + 1, stack ?? headerIndex + 1));
  return exceptionResult(lines, from, next, { type, message, frames, headerIndex });
}

/** A message whose first line may name its class, `FormatException: text`; Dart's own errors often do not. */
function typed(text: string): { type: string; message: string } {
  const [first = '', ...rest] = text.split('\n');
  // RangeError (index): Invalid value: …
  const head = parseHeader(first.replace(/^(\w{1,80}Error) \(\w{1,80}\):/, '$1:'));
  if (head === undefined || !(isExceptionName(head.type) || /^_?(?!Expected$)[A-Z]\w*$/.test(head.type)))
    return { type: 'error', message: text };
  return { type: head.type, message: [head.message, ...rest].join('\n').trim() };
}

// ══╡ EXCEPTION CAUGHT BY WIDGETS LIBRARY ╞═════ · ════════ Exception caught by widgets library ═════
const BAR = /^\s*[═=]{2,}[╡ ]\s?(?:EXCEPTION CAUGHT BY|Exception caught by) .{1,400}?\s?[╞ ][═=]{2,}/;
// The following _TypeError was thrown building CartView(dirty): · The following assertion was thrown during layout:
const THROWN = /^\s*The following (?<type>\S{1,400})(?: object)? was thrown\b.{0,400}$/;

/** A report of Flutter: what was thrown, the message, the widget, then the stack. */
function parseReport(lines: Line[], from: number): ParseResult | undefined {
  const { text } = lines[from] as Line;
  const again = /^\s*Another exception was thrown: (?<said>\S.{0,4000})$/.exec(text)?.groups?.['said'];
  if (again !== undefined) return exceptionResult(lines, from, from + 1, typed(again));
  if (!BAR.test(text.slice(0, 300))) return undefined;
  const head = findLine(lines, from + 1, from + 4, (line) => THROWN.test(line));
  if (head === undefined) return undefined;
  const type = THROWN.exec((lines[head] as Line).text)?.groups?.['type'] ?? '';
  const isEnd = (line: string) => line.trim() === '' || parseFrame(line) !== undefined || RULER.test(line);
  const end = skipLines(lines, head + 1, head + MAX_MESSAGE, (line) => !isEnd(line));
  const stack = findLine(
    lines,
    end,
    from + MAX_REPORT,
    parseFrame,
    (line) => RULER.test(line) || BAR.test(line) || /^\s*Another exception was thrown: /.test(line),
  );
  const read = stack === undefined ? { frames: [], next: end } : parseStack(lines, stack);
  const next = RULER.test(lines[read.next]?.text ?? '') ? read.next + 1 : read.next;
  const { frames } = read;
  const isClass = /^_?[A-Z]/.test(type);
  const message = joinMessage('', lines, head + 1, end);
  return exceptionResult(lines, from, next, {
    ...(isClass ? { type, message } : typed(message)),
    frames,
    headerIndex: head,
  });
}

// 00:01 +0 -1: test/cart_test.dart: adds the tax [E]
const TEST = /^\s*\d\d:\d\d \+\d+(?: ~\d+)? -\d+: .{1,400} \[E\]$/;

/** A test that failed, with what was expected or thrown, indented, and a short stack. */
function parseTest(lines: Line[], from: number): ParseResult | undefined {
  if (!TEST.test((lines[from] as Line).text.slice(0, 2000))) return undefined;
  const isIn = (text: string) => /^\s{2}|^$/.test(text) && parseFrame(text) === undefined;
  const end = skipLines(lines, from + 1, from + MAX_MESSAGE, isIn);
  const { frames, next } = parseStack(lines, end);
  if (frames.length === 0) return undefined;
  return exceptionResult(lines, from, next, {
    ...typed(joinMessage('', lines, from + 1, end)),
    frames,
    headerIndex: from + 1,
  });
}

const RULER = /^\s*[═=]{20,}$/;

function parseStack(lines: Line[], from: number) {
  const { frames, next } = parseFrames(lines, from, parseFrame, isPassed);
  // Empty lines behind the last frame are not its.
  let end = next;
  while (end > from && lines[end - 1]?.text.trim() === '') end--;
  return { frames, next: end };
}

/** A paste that begins with frames. */
function parseCut(lines: Line[], from: number): ParseResult {
  const { frames, next } = parseStack(lines, from);
  return exceptionResult(lines, from, next, { type: '', message: '', frames });
}

const parseTool = patternTable([
  // type 'Null' is not a subtype of type 'String' in type cast · Unhandled Exception: type 'int' is not a subtype of type 'String'
  [
    /^(?:Unhandled Exception: )?(?<message>type '[^']{1,400}' is not a subtype of type '[^']{1,400}'.{0,400})$/,
  ],
  // Oops; flutter has exited unexpectedly: "Null check operator used on a null value".
  [/^Oops; flutter has exited unexpectedly: "(?<message>.{1,4000})"\.$/],
  // lib/main.dart:12:5: Error: The getter 'total' isn't defined for the class 'Cart'.
  [
    /^(?<file>(?:\S{1,400}\/)?[\w.-]+\.dart):(?<line>\d+):(?<column>\d+): Error: (?<message>\S.{0,4000})$/,
    { linesBelow: /^ - |^\s|^[\s^]*\^+$|^Try / },
  ],
  //   error • Undefined name 'cart' • lib/main.dart:12:5 • undefined_identifier
  [
    /^error [•-] (?<message>\S.{1,4000}?) [•-] (?<file>\S{1,400}\.dart):(?<line>\d+):(?<column>\d+) [•-] (?<code>\w{3,80})$/,
  ],
]);
