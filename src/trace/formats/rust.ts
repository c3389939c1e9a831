import { type Format, reading, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { joinMessage, messageEnd } from '../message.ts';
import { toPlace } from '../place.ts';
import type { Exception } from '../types.ts';
import { readBacktrace } from './rust/backtrace.ts';

/** What a Rust program prints when it fails: panics of all versions, and errors that `main` returned (anyhow, eyre). */
export const rust: Format = {
  id: 'rust',
  language: 'rust',
  hint: /panicked at|Error:|fatal runtime error: |has overflowed its stack/,
  read(lines, from) {
    return (
      readPanic(lines, from) ?? readEyre(lines, from) ?? readReturned(lines, from) ?? readFatal(lines, from)
    );
  },
};

const NOTE = /^\s*note: (?:run with|Some details|Run with)|^\s*stack backtrace:/;
// thread 'main' (123) panicked at src/main.rs:1:2:   ·   thread 'main' panicked at 'message', src/main.rs:1:2
const PANIC = /(?:^(?=panicked at \S+\.rs:\d)|thread ['"`]?([^'"`]{0,100})['"`]? (?:\(\d+\) )?)panicked at ?/;
// 'message', src/main.rs:1:2 — before Rust 1.73
const OLD = /^['"](?<message>[^]*)['"],? ?(?<file>\S.{0,300}?\.rs):(?<line>\d+)(?::(?<column>\d+))?/;
// src/main.rs:1:2: — with the message on the next line
const NEW = /^(?<file>\S.{0,300}?\.rs):(?<line>\d+)(?::(?<column>\d+))?:? ?(?<message>[^]*)$/;

function readPanic(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  if (!line.text.includes('panicked at')) return undefined;
  const start = PANIC.exec(line.text.slice(0, 600));
  if (start === null) return undefined;
  const rest = line.text.slice(start.index + start[0].length);
  const isOld = /^['"]/.test(rest);
  let next = from + 1;
  let text = rest;
  if (isOld) {
    // The message may have newlines: it ends with a quote and a place.
    while (
      !/['"], \S.{0,300}:\d+:\d+/.test(text.slice(-500)) &&
      next < lines.length &&
      next < from + 60 &&
      !NOTE.test((lines[next] as Line).text)
    )
      text += `\n${(lines[next++] as Line).text}`;
  } else {
    next = messageEnd(lines, next, (text) => NOTE.test(text) || PANIC.test(text.slice(0, 300)));
    text = joinMessage(rest, lines, from + 1, next);
  }
  const groups = (isOld ? OLD : NEW).exec(text)?.groups;
  const message = groups?.['message'] ?? text.replace(/^['"]|['"]$/g, '');
  const trace = readBacktrace(lines, next);
  const { frames } = trace;
  ({ next } = trace);
  if (groups !== undefined && frames.length === 0) frames.push({ ...toPlace(groups), at: line.at });
  while (next < lines.length && NOTE.test((lines[next] as Line).text)) next++;
  return single(lines, from, hostStackEnd(lines, next), { type: 'panic', message: message.trim(), frames });
}

/** `Error: message`, then `Caused by:` with one cause or a numbered list of them; or a Debug value. */
function readReturned(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const start = /^\s*Error: (?=\S)/.exec(line.text.slice(0, 40));
  if (start === null) return undefined;
  let index = from + 1;
  while (
    index < lines.length &&
    index < from + 20 &&
    (lines[index] as Line).text.trim() !== '' &&
    !/^\s*(?:Caused by:|at )/.test((lines[index] as Line).text)
  )
    index++;
  const messageTo = index;
  while (index < lines.length && (lines[index] as Line).text.trim() === '' && index < messageTo + 2) index++;
  const message = joinMessage(line.text.slice(start[0].length), lines, from + 1, messageTo);
  const causes = /^\s*Caused by:\s*$/.test(lines[index]?.text ?? '')
    ? readCauses(lines, index + 1)
    : undefined;
  const isDebug = /^(?:[A-Z]\w*(?: ?\{|\()|Os \{|"[^"]*"$)/.test(message);
  if (causes === undefined && !isDebug) return undefined;
  const exceptions: Exception[] = [
    { type: 'Error', message, frames: [], at: line.at },
    ...(causes?.exceptions ?? []),
  ];
  const trace = readBacktrace(lines, causes?.next ?? messageTo);
  (exceptions.at(-1) as Exception).frames = trace.frames;
  return reading(lines, from, trace.next, { exceptions });
}

// Error:
//    0: could not read config
//    1: No such file or directory (os error 2)
/** eyre numbers the error itself too. */
function readEyre(lines: Line[], from: number): Reading | undefined {
  if (!/^\s*(?:Error|The application panicked \(crashed\)\.?):?$/.test((lines[from] as Line).text))
    return undefined;
  if (!/^\s*0: \S/.test(lines[from + 1]?.text ?? '')) return undefined;
  const { exceptions, next } = readCauses(lines, from + 1);
  const [first] = exceptions;
  if (first !== undefined) delete first.relation;
  return reading(lines, from, next, { exceptions });
}

function readCauses(lines: Line[], from: number): { exceptions: Exception[]; next: number } {
  const exceptions: Exception[] = [];
  let index = from;
  for (; index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
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
        at,
      });
  }
  return { exceptions, next: index };
}

/** `thread 'main' has overflowed its stack`, `fatal runtime error: stack overflow`. */
function readFatal(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const fatal = /^\s*fatal runtime error: (.{1,300})/.exec(line.text.slice(0, 400))?.[1];
  const overflow = /^\s*thread ['"`]?.{0,100} has overflowed its stack/.test(line.text.slice(0, 200));
  if (fatal === undefined && !overflow) return undefined;
  const next = overflow && /fatal runtime error/.test(lines[from + 1]?.text ?? '') ? from + 2 : from + 1;
  return single(lines, from, next, {
    type: 'fatal runtime error',
    message:
      fatal ??
      /^\s*fatal runtime error: (.{1,300})/.exec((lines[from + 1]?.text ?? '').slice(0, 400))?.[1] ??
      'stack overflow',
  });
}

// Stack:
//
// Error
//     at http://localhost:8080/pkg/shop.js:211:19
/** A browser's stack of the same panic, below WebAssembly's. */
function hostStackEnd(lines: Line[], from: number): number {
  let index = from;
  while (index < from + 2 && lines[index]?.text.trim() === '') index++;
  if (lines[index]?.text.trim() !== 'Stack:') return from;
  for (index++; index < lines.length && index < from + 200; index++)
    if (!/^\s*(?:Error|at .*|\S{0,200}@\S+)?$/.test((lines[index] as Line).text.slice(0, 1000))) break;
  return index;
}
