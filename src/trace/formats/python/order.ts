import { type ParseResult, exceptionResult } from '../../format.ts';
import {
  findRepr,
  type ExceptionHeader,
  isExceptionName,
  isSpecific,
  parseAfter,
  parseExceptionHeader,
  parseHeader,
  parseRepr,
} from '../../exception-header.ts';
import { lastSegment } from '../../last-segment.ts';
import { type Line, textAt } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import type { Exception } from '../../types.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { parsePythonFrame, languageOfFrames } from './frame.ts';

/** The line with a trace begins: one earlier where a log says `raised unexpected: Type('…')` on the line before. */
export function adoptHeader(lines: Line[], from: number, exceptions: Exception[]): number {
  const before = lines[from - 1];
  const last = exceptions.at(-1) as Exception;
  const head =
    before &&
    (findRepr(before.text) ??
      (last.type === '' ? (parseRepr(before.text.trim()) ?? parseHeaderAbove(before.text)) : undefined));
  if (head === undefined || before === undefined) return from;
  if (last.type === '')
    Object.assign(last, { type: head.type, message: head.message, inputLine: before.inputLine });
  return from - 1;
}

// [ERROR] KeyError: 'Records'
/** The exception in the line above a traceback that ends without one, as AWS Lambda prints it. */
const parseHeaderAbove = (text: string) => {
  const head = parseExceptionHeader(text.replace(/^\s*\[ERROR\] /, '').trim());
  return head !== undefined && isSpecific(head) ? head : undefined;
};

// Exception Type: ZeroDivisionError at /discount/
// Exception Value: division by zero
/** What Django's page says below the frames; `next` is the line after it. */
export function parseDjangoValue(
  lines: Line[],
  from: number,
): (ExceptionHeader & { next: number; inputLine: number }) | undefined {
  const typeIn = (text = '') => /^\s*Exception Type:\s+([\w.]{1,400})(?: at .*)?$/.exec(text)?.[1];
  const index = findLine(lines, from, from + 4, typeIn);
  if (index === undefined) return undefined;
  const { text, inputLine } = lines[index] as Line;
  const value = /^\s*Exception Value:\s*(.*)/.exec(textAt(lines, index + 1))?.[1];
  return {
    type: typeIn(text) ?? '',
    message: value ?? '',
    inputLine,
    next: index + (value === undefined ? 1 : 2),
  };
}

/** A monitor's copy: the type and the message come first, then the frames. */
export function parseHeadFirst(lines: Line[], from: number): ParseResult | undefined {
  const head = parseExceptionHeader(textAt(lines, from).trim());
  if (head === undefined) return undefined;
  const stack = findLine(lines, from + 1, from + 8, parsePythonFrame, (text) =>
    isExceptionName(parseHeader(text)?.type ?? ''),
  );
  // What Rollbar shows of other languages has more lines of a message, and a blank one.
  if (stack === undefined) return undefined;
  // Streamlit's page
  const isTitled = /^\s*Traceback:$/.test(textAt(lines, stack - 1));
  if (stack > from + 1 && !isTitled && /\.py"/.test(textAt(lines, stack))) return undefined;
  const { frames, next } = parseFrames(
    lines,
    stack,
    parsePythonFrame,
    (text, index) => parsePythonFrame(textAt(lines, index + 1)) !== undefined || /^\s{3,}\S/.test(text),
  );
  const message = joinMessage(head.message, lines, from + 1, isTitled ? stack - 1 : stack);
  // Rollbar shows the innermost first.
  if (languageOfFrames(frames) === 'ruby') frames.reverse();
  return exceptionResult(lines, from, next, { ...head, message, language: languageOfFrames(frames), frames });
}

/**
 * The exception at the end of a line that was several: `raise Timeout(x) celery.exceptions.WorkerLostError: message`.
 */
export function trailingHead(text: string): ExceptionHeader | undefined {
  const raised = /\braise ([\p{L}\p{N}_.]{1,400})/u.exec(text.slice(0, 2000))?.[1];
  let dotted: ExceptionHeader | undefined;
  // Behind some words the source names an exception.
  const places =
    /(?:^|[\s^])(?<!(?:raise|except|class|import|return)\s)(?=[\p{L}_][\p{L}\p{N}_.]{1,400}(?:: |:?$))/gu;
  const found = parseAfter(text, places, (rest) => {
    const head = parseHeader(rest);
    if (head === undefined || isExceptionName(head.type)) return head;
    const isRaised = raised !== undefined && lastSegment(head.type) === lastSegment(raised);
    if (isRaised || /^[a-z_][\w.]*\.[A-Z]\w*$/.test(head.type)) dotted ??= head;
    return undefined;
  });
  return found ?? dotted;
}
