import { languages } from '../languages.ts';
import { type Format, parseResult, type ParseResult, exceptionResult } from '../format.ts';
import { type Line, textAt } from '../line.ts';
import { joinMessage, findMessageEnd } from '../message.ts';
import { toLocation } from '../location.ts';
import { patternTable } from '../pattern-table.ts';
import { findLine, skipEmptyLines, skipLines } from '../find-lines.ts';
import type { Exception } from '../types.ts';
import { parseV8Frame } from './javascript/v8-frame.ts';
import { parseBacktrace } from './rust/backtrace.ts';

/** What a Rust program prints when it fails: panics of all versions, and errors that `main` returned (anyhow, eyre). */
export const rust: Format = {
  id: 'rust',
  language: languages.rust,
  triggers: ['panicked', 'Error', 'fatal runtime', 'overflowed', '(os error '],
  lineStarts: {
    frames: ['\\d+: ', "thread '"],
    // stack backtrace: · note: run with `RUST_BACKTRACE=1`
    inside: ['stack backtrace:', 'note: (?:run with|Some details)'],
  },
  collapsed: [
    {
      // 0: rust_begin_unwind at /rustc/x/library/std/src/panicking.rs:1:5 1: core::panicking::panic_fmt
      signs: ['0: '],
      frame: /0: \S.{1,400}? 1: /,
      lineStart: /\d+: (?:0x[0-9a-f]+ - )?[\w<]\S{1,400}(?:\s|$)|at \S{1,400}\.rs:\d/,
    },
  ],
  parse(lines, from) {
    return (
      parsePanic(lines, from) ??
      parseEyre(lines, from) ??
      parseReturned(lines, from) ??
      parseFatal(lines, from) ??
      parsePatterns(lines, from)
    );
  },
};

const NOTE = /^\s*note: (?:run with|Some details|Run with)|^\s*stack backtrace:/;
// thread 'main' (123) panicked at src/main.rs:1:2:   ·   thread 'main' panicked at 'message', src/main.rs:1:2
const PANIC =
  /(?:^\s*(?=panicked at (?:\S+\.rs:\d|'.{1,900}', \S{1,400}\.rs:\d))|thread ['"`]?([^'"`]{0,400})['"`]? (?:\(\d+\) )?)panicked at ?/;
// 'message', src/main.rs:1:2 — before Rust 1.73
const OLD = /^['"](?<message>[^]*)['"],? ?(?<file>[^\s'"][^'"]{0,400}?\.rs):(?<line>\d+)(?::(?<column>\d+))?/;
// src/main.rs:1:2: — with the message on the next line
const NEW = /^(?<file>\S.{0,400}?\.rs):(?<line>\d+)(?::(?<column>\d+))?:? ?(?<message>[^]*)$/;

function parsePanic(lines: Line[], from: number): ParseResult | undefined {
  const line = lines[from] as Line;
  const start = PANIC.exec(line.text.slice(0, 2000));
  if (start === null) return undefined;
  const rest = line.text.slice(start.index + start[0].length);
  const isOld = /^['"]/.test(rest);
  let next = from + 1;
  let text = rest;
  if (isOld) {
    // The message may have newlines: it ends with a quote and a place.
    while (
      !/['"], \S.{0,400}(?::\d+:\d+|\.rs:\d+)/.test(text.slice(-500)) &&
      next < lines.length &&
      next < from + 60 &&
      !NOTE.test(textAt(lines, next))
    )
      text += `\n${textAt(lines, next++)}`;
  } else {
    next = findMessageEnd(lines, next, (text) => NOTE.test(text) || PANIC.test(text.slice(0, 300)));
    text = joinMessage(rest, lines, from + 1, next);
  }
  const groups = (isOld ? OLD : NEW).exec(text)?.groups;
  const message = groups?.['message'] ?? text.replace(/^['"]|['"]$/g, '');
  const trace = parseBacktrace(lines, next);
  const { frames } = trace;
  ({ next } = trace);
  const place = groups && { ...toLocation(groups), inputLine: line.inputLine };
  // A backtrace without debug information has no files.
  const isMissing = frames.length > 0 && place?.origin === 'app' && frames.every(({ file }) => !file);
  if (place !== undefined && (frames.length === 0 || isMissing)) frames.unshift(place);
  next = skipLines(lines, next, lines.length, (text) => NOTE.test(text));
  return exceptionResult(lines, from, hostStackEnd(lines, next), {
    type: 'panic',
    message: message.trim(),
    frames,
  });
}

/** `Error: message`, then `Caused by:` with one cause or a numbered list of them; or a Debug value. */
function parseReturned(lines: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const first = /^\s*Error: (?=\S)(.*)/.exec(text)?.[1];
  if (first === undefined) return undefined;
  // V8's stack, with a message that looks like a Debug value.
  if (parseV8Frame(textAt(lines, from + 1)) !== undefined) return undefined;
  const messageTo = skipLines(
    lines,
    from + 1,
    from + 20,
    (text) => text.trim() !== '' && !/^\s*(?:Caused by:|at )/.test(text),
  );
  const index = skipEmptyLines(lines, messageTo, 2);
  const message = joinMessage(first, lines, from + 1, messageTo);
  const hasCauses = /^\s*Caused by:\s*$/.test(textAt(lines, index));
  const isDebug = /^(?:[A-Z]\w*(?: ?\{|\()|Os \{|"[^"]*"$)/.test(message);
  if (!hasCauses && !isDebug) return undefined;
  const causes = hasCauses ? parseCauses(lines, index + 1) : { exceptions: [], next: messageTo };
  const exceptions: Exception[] = [{ type: 'Error', message, frames: [], inputLine }, ...causes.exceptions];
  const { frames, next } = parseBacktrace(lines, causes.next);
  (exceptions.at(-1) as Exception).frames = frames;
  return parseResult(lines, from, next, { exceptions });
}

// Error:
//    0: could not read config
//    1: No such file or directory (os error 2)
/** eyre numbers the error itself too. */
function parseEyre(lines: Line[], from: number): ParseResult | undefined {
  const panic = parseCrash(lines, from);
  if (panic !== undefined) return withStack(lines, from, panic.next, panic.trace.exceptions);
  if (!/^\s*Error:$/.test(textAt(lines, from)) || !/^\s*0: \S/.test(textAt(lines, from + 1)))
    return undefined;
  const { exceptions, next } = parseCauses(lines, from + 1);
  const [first] = exceptions;
  if (first !== undefined) delete first.relation;
  return withStack(lines, from, next, exceptions);
}

// The application panicked (crashed).
// Message:  index out of bounds: the len is 0 but the index is 2
// Location: src/main.rs:9
const parseCrash = patternTable([
  [
    /^The application panicked \(crashed\)\.\nMessage: +(?<message>.+)\nLocation: +(?<file>\S.*):(?<line>\d+)/,
    { type: 'panic', lineCount: 3 },
  ],
]);

/** Gives the last exception the stack, or the place, that eyre prints below. */
function withStack(lines: Line[], from: number, end: number, exceptions: Exception[]): ParseResult {
  const root = exceptions.at(-1) as Exception;
  const title = findLine(lines, end, end + 3, (text) => /^\s*Location:$/.test(text));
  const below = title === undefined ? end : title + 2;
  const { text, inputLine } = lines[below - 1] ?? { text: '', inputLine: 0 };
  const groups = /^\s*(?<file>\S.*\.rs):(?<line>\d+)/.exec(text)?.groups;
  const { frames, next } = parseBacktrace(lines, title ?? end);
  if (frames.length > 0) root.frames = frames;
  else if (title !== undefined && groups !== undefined) root.frames = [{ ...toLocation(groups), inputLine }];
  return parseResult(lines, from, Math.max(next, Math.min(below, lines.length)), { exceptions });
}

const parsePatterns = patternTable([
  // Error: shop::price
  //
  //   × no price for ink
  [/^(?<type>Error): (?<code>\w+(?:::\w+)+)\n\n× (?<message>.+)/, { lineCount: 3 }],
  // error: cannot open a.toml: No such file or directory (os error 2)
  [/^(?:error: |(?<type>Error): )?(?<message>(?!Caused by: )[A-Za-z"'`].{2,400} \(os error \d+\))$/],
]);

function parseCauses(lines: Line[], from: number): { exceptions: Exception[]; next: number } {
  const exceptions: Exception[] = [];
  let index = from;
  for (; index < lines.length; index++) {
    const { text, inputLine } = lines[index] as Line;
    if (text.trim() === '' || /^\s*(?:Stack backtrace|Location|note):?/.test(text)) break;
    const numbered = /^\s*(\d{1,5}): /.exec(text.slice(0, 40));
    const last = exceptions.at(-1);
    if (numbered === null && last !== undefined) last.message += `\n${text.trim()}`;
    else
      exceptions.push({
        type: 'Error',
        message: text.slice(numbered?.[0].length ?? 0).trim(),
        frames: [],
        relation: 'cause',
        inputLine,
      });
  }
  return { exceptions, next: index };
}

/** `thread 'main' has overflowed its stack`, `fatal runtime error: stack overflow`. */
function parseFatal(lines: Line[], from: number): ParseResult | undefined {
  const isOverflow = /^\s*thread .{0,400} has overflowed its stack/.test(textAt(lines, from));
  const offset = findLine(lines, from, from + (isOverflow ? 2 : 1), (text) => FATAL.test(text));
  if (offset === undefined && !isOverflow) return undefined;
  const message = FATAL.exec(textAt(lines, offset ?? from))?.[1] ?? 'stack overflow';
  return exceptionResult(lines, from, (offset ?? from) + 1, { type: 'fatal runtime error', message });
}

const FATAL = /^\s*fatal runtime error: (.{1,400})/;

// Stack:
//
// Error
//     at http://localhost:8080/pkg/shop.js:211:19
/** A browser's stack of the same panic, below WebAssembly's. */
function hostStackEnd(lines: Line[], from: number): number {
  const title = skipEmptyLines(lines, from, 2);
  if (lines[title]?.text.trim() !== 'Stack:') return from;
  return skipLines(lines, title + 1, title + 200, (text) =>
    /^\s*(?:Error|at .*|\S{0,400}@\S+)?$/.test(text.slice(0, 2000)),
  );
}
