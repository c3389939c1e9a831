import { type Reading, single } from '../../format.ts';
import {
  findRepr,
  type Head,
  isExceptionName,
  lastSegment,
  readBehind,
  readException,
  readHead,
} from '../../head.ts';
import type { Line } from '../../line.ts';
import type { Exception } from '../../types.ts';
import { findLine, readFrames } from '../../search.ts';
import { frameOf, languageOfFrames } from './frame.ts';

/** The line with a trace begins: one earlier where a log says `raised unexpected: Type('…')` on the line before. */
export function headBefore(lines: Line[], from: number, exceptions: Exception[]): number {
  const before = lines[from - 1];
  const last = exceptions.at(-1) as Exception;
  const head = before && (findRepr(before.text) ?? (last.type === '' ? headAbove(before.text) : undefined));
  if (head === undefined || before === undefined) return from;
  if (last.type === '') Object.assign(last, { type: head.type, message: head.message, at: before.at });
  return from - 1;
}

// [ERROR] KeyError: 'Records'
/** The exception in the line above a traceback that ends without one, as AWS Lambda prints it. */
const headAbove = (text: string) => readException(text.replace(/^\s*\[ERROR\] /, '').trim());

// Exception Type: ZeroDivisionError at /discount/
// Exception Value: division by zero
/** What Django's page says below the frames; `next` is the line after it. */
export function readValue(lines: Line[], from: number): (Head & { next: number; at: number }) | undefined {
  const typeIn = (text = '') => /^\s*Exception Type:\s+([\w.]{1,200})(?: at .*)?$/.exec(text)?.[1];
  const index = findLine(lines, from, from + 4, typeIn);
  if (index === undefined) return undefined;
  const { text, at } = lines[index] as Line;
  const value = /^\s*Exception Value:\s*(.*)/.exec(lines[index + 1]?.text ?? '')?.[1];
  return { type: typeIn(text) ?? '', message: value ?? '', at, next: index + (value === undefined ? 1 : 2) };
}

/** A monitor's copy: the type and the message come first, then the frames. */
export function readHeadFirst(lines: Line[], from: number): Reading | undefined {
  if (frameOf(lines[from + 1]?.text ?? '') === undefined) return undefined;
  const head = readException((lines[from] as Line).text.trim());
  if (head === undefined) return undefined;
  const { frames, next } = readFrames(
    lines,
    from + 1,
    frameOf,
    (text, index) => frameOf(lines[index + 1]?.text ?? '') !== undefined || /^\s{3,}\S/.test(text),
  );
  return single(lines, from, next, { ...head, language: languageOfFrames(frames), frames });
}

/**
 * The exception at the end of a line that was several: `raise Timeout(x) celery.exceptions.WorkerLostError: message`.
 */
export function trailingHead(text: string): Head | undefined {
  const raised = /\braise ([\p{L}\p{N}_.]{1,200})/u.exec(text.slice(0, 2000))?.[1];
  let dotted: Head | undefined;
  // Behind some words the source names an exception.
  const places =
    /(?:^|[\s^])(?<!(?:raise|except|class|import|return)\s)(?=[\p{L}_][\p{L}\p{N}_.]{1,200}(?:: |:?$))/gu;
  const found = readBehind(text, places, (rest) => {
    const head = readHead(rest);
    if (head === undefined || isExceptionName(head.type)) return head;
    const isRaised = raised !== undefined && lastSegment(head.type) === lastSegment(raised);
    if (isRaised || /^[a-z_][\w.]*\.[A-Z]\w*$/.test(head.type)) dotted ??= head;
    return undefined;
  });
  return found ?? dotted;
}
