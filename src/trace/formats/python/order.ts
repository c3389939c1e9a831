import { type Reading, single } from '../../format.ts';
import { type Head, isExceptionName, lastSegment, readException, readHead, readRepr } from '../../head.ts';
import type { Line } from '../../line.ts';
import type { Exception } from '../../types.ts';
import { readFrames } from '../../scan.ts';
import { frameOf, languageOfFrames } from './frame.ts';

/** The line with a trace begins: one earlier where a log says `raised unexpected: Type('…')` on the line before. */
export function headBefore(lines: Line[], from: number, exceptions: Exception[]): number {
  const before = lines[from - 1];
  const last = exceptions.at(-1) as Exception;
  const head = before && (reprIn(before.text) ?? (last.type === '' ? headAbove(before.text) : undefined));
  if (head === undefined || before === undefined) return from;
  if (last.type === '') Object.assign(last, { type: head.type, message: head.message, at: before.at });
  return from - 1;
}

// [ERROR] KeyError: 'Records'
/** The exception in the line above a traceback that ends without one, as AWS Lambda prints it. */
function headAbove(text: string): Head | undefined {
  return readException(text.replace(/^\s*\[ERROR\] /, '').trim());
}

/** `… raised unexpected: Type('message')`. */
export function reprIn(text: string): Head | undefined {
  let from = 0;
  for (let count = 0; count < 5; count++) {
    const at = text.indexOf(': ', from);
    if (at < 0 || at > 600) return undefined;
    const head = readRepr(text.slice(at + 2, at + 4000));
    if (head !== undefined) return head;
    from = at + 2;
  }
  return undefined;
}

// Exception Type: ZeroDivisionError at /discount/
// Exception Value: division by zero
/** What Django's page says below the frames; `next` is the line after it. */
export function readValue(lines: Line[], from: number): (Head & { next: number; at: number }) | undefined {
  for (let index = from; index < lines.length && index < from + 4; index++) {
    const line = lines[index] as Line;
    const type = /^\s*Exception Type:\s+([\w.]{1,200})(?: at .*)?$/.exec(line.text)?.[1];
    if (type === undefined) continue;
    const value = /^\s*Exception Value:\s*(.*)$/.exec(lines[index + 1]?.text ?? '')?.[1];
    return { type, message: value ?? '', at: line.at, next: value === undefined ? index + 1 : index + 2 };
  }
  return undefined;
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
  for (const match of text.matchAll(/(?:^|[\s^])(?=[\p{L}_][\p{L}\p{N}_.]{1,200}(?:: |:?$))/gu)) {
    const start = match.index + match[0].length;
    const head = readHead(text.slice(start));
    if (
      head === undefined ||
      /(?:raise|except|class|import|return)\s$/.test(text.slice(Math.max(0, start - 8), start))
    )
      continue;
    if (isExceptionName(head.type)) return head;
    if (
      /^[a-z_][\w.]*\.[A-Z]\w*$/.test(head.type) ||
      (raised !== undefined && lastSegment(head.type) === lastSegment(raised))
    )
      dotted ??= head;
  }
  return dotted;
}
