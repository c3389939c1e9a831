import { type Format, reading, type Reading } from '../format.ts';
import { findHeadAnywhere, type Head, isExceptionName, readException, readHead } from '../head.ts';
import { indentOf, type Line } from '../line.ts';
import { isRecord, joinMessage } from '../message.ts';
import type { Exception } from '../types.ts';
import { frameOf, isElided } from './java/frame.ts';
import { rootOf } from './java/root.ts';

const LOOKAHEAD = 40;
/** A message that quotes frames quotes few. */
const MAX_FAKE = 2;

/** The JVM's trace (Java, Kotlin, Scala): `Caused by:`, `Suppressed:`, `Wrapped by:`, with or without its head. */
export const java: Format = {
  id: 'java',
  language: 'java',
  hint: /\bat [\w.$/@<>-]+\([^()]*\)|Caused by: |Wrapped by: |nested exception is/,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (frameOf(text) !== undefined)
      return isDumped(lines, from) ? undefined : readThrowables(lines, from, undefined);
    if (!/[.$]\w|Error|Exception/.test(text)) return undefined;
    const head = linkHead(text)?.head ?? headIn(text);
    if (head === undefined || !isJava(lines, from, head)) return undefined;
    return readThrowables(lines, from, head);
  },
};

// "worker-1" #12 prio=5 tid=0x1 nid=0x2 runnable [0x3] · "worker-1": ·    java.lang.Thread.State: RUNNABLE
const THREAD = /^\s*"[^"]{0,200}"(?::$| .*\b(?:[nt]id|prio)=)|^\s*java\.lang\.Thread\.State: /;
const MAX_DUMPED = 200;

/** Whether the frames are those of a thread in a dump of all threads. */
function isDumped(lines: Line[], from: number): boolean {
  for (let index = from - 1; index >= 0 && index > from - MAX_DUMPED; index--) {
    const { text } = lines[index] as Line;
    if (THREAD.test(text.slice(0, 600))) return true;
    if (!/^\s*(?:at|-) /.test(text)) return false;
  }
  return false;
}

/** Whether frames of the JVM follow, or the name itself is qualified as Java's are and a cause follows. */
function isJava(lines: Line[], from: number, head: Head): boolean {
  if (head.message.includes('; nested exception is ')) return true;
  for (let index = from + 1; index < lines.length && index <= from + LOOKAHEAD; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined) return true;
    if (/^\s*at /.test(text)) return false;
    if (linkHead(text) !== undefined) return /\.[A-Z]/.test(head.type);
    if (isElided(text)) return true;
    if (readException(text) !== undefined) return false;
  }
  return false;
}

type Link = { relation: 'cause' | 'suppressed' | 'wrapped'; head: Head; indent: number };

// Caused by: a.b.C: message · Suppressed: a.b.C · Wrapped by: a.b.C: message · Caused by: [CIRCULAR REFERENCE: a.b.C: message]
function linkHead(text: string): Link | undefined {
  const match = /^\s*(?:\[?ERROR\]? )?(Caused by|Suppressed|Wrapped by): (?:\[CIRCULAR REFERENCE: ?)?/.exec(
    text.slice(0, 120),
  );
  if (match === null) return undefined;
  const rest = text.slice(match[0].length);
  // Told already; and `Caused by: nothing of this` is a message.
  if (match[0].includes('[CIRCULAR')) return undefined;
  const head = readHead(rest);
  if (head === undefined || !(isExceptionName(head.type) || /[.$]/.test(head.type))) return undefined;
  const relation = match[1] === 'Suppressed' ? 'suppressed' : match[1] === 'Wrapped by' ? 'wrapped' : 'cause';
  return { relation, head, indent: indentOf(text) };
}

/** The type in a line: alone on it, after `Exception in thread "x"`, or at the end of a log's prefix. */
function headIn(text: string): Head | undefined {
  const opener =
    /^\s*(?:Exception in thread "[^"]{0,200}" |\[?ERROR\]? |! )?/.exec(text.slice(0, 300))?.[0] ?? '';
  const own = readHead(text.slice(opener.length));
  if (own !== undefined && (isExceptionName(own.type) || /^(?:[\w$]+\.)+[A-Z][\w$]*$/.test(own.type)))
    return own.type === 'java.lang.Thread.State' ? undefined : own;
  const head = findHeadAnywhere(text);
  return head?.type.includes('.') ? head : undefined;
}

/** Reads the throwables in printed order; each keeps its own frames. */
function readThrowables(lines: Line[], from: number, head: Head | undefined): Reading {
  const first = lines[from] as Line;
  const exceptions: Exception[] = [{ type: head?.type ?? '', message: '', frames: [], at: first.at }];
  const indents = [linkHead(first.text)?.indent ?? 0];
  const isWrapped = linkHead(first.text)?.relation === 'wrapped';
  let wraps = isWrapped;
  let current = exceptions[0] as Exception;
  let text = head?.message ?? '';
  let messageFrom = head === undefined ? from : from + 1;
  let index = messageFrom;
  let end = index;
  const closeMessage = (to: number) => {
    if (current.message === '')
      current.message = joinMessage(text, lines, messageFrom, Math.max(messageFrom, to));
  };
  for (; index < lines.length; index++) {
    const line = lines[index] as Line;
    const frame = frameOf(line.text);
    if (frame !== undefined) {
      if (current.frames.length === 0) closeMessage(index);
      current.frames.push({ ...frame, at: line.at });
    } else if (isElided(line.text)) {
      if (current.frames.length === 0) closeMessage(index);
    } else {
      const link = linkHead(line.text);
      if (link !== undefined) {
        closeMessage(current.frames.length > 0 ? messageFrom : index);
        if (link.relation === 'wrapped') wraps = true;
        current = { type: link.head.type, message: '', frames: [], at: line.at };
        if (link.relation !== 'wrapped') current.relation = link.relation;
        exceptions.push(current);
        indents.push(link.indent);
        text = link.head.message;
        messageFrom = index + 1;
      } else if (/\[CIRCULAR REFERENCE/.test(line.text)) {
        // Told already.
      } else if (!goesOn(lines, index, current.frames.length > 0)) break;
      else {
        // Frames before another line of the message were the message's own.
        if (
          current.frames.length > 0 &&
          current.frames.length <= MAX_FAKE &&
          line.text.trim() !== '' &&
          !line.stamped &&
          isOpen(lines, index)
        ) {
          current.frames = [];
          current.message = '';
        }
        continue;
      }
    }
    end = index + 1;
  }
  if (current.frames.length === 0) {
    const next = messageStop(lines, messageFrom, index);
    closeMessage(next);
    end = Math.max(end, next);
  }
  return reading(lines, from, Math.max(end, from + 1), {
    language: exceptions.some((exception) => exception.frames.some((frame) => frame.file?.endsWith('.kt')))
      ? 'kotlin'
      : 'java',
    ...rootOf(exceptions, indents, wraps),
  });
}

/** Whether the trace goes on behind a line that is none of its own: a message's line, or another program's output. */
function goesOn(lines: Line[], from: number, hasFrames: boolean): boolean {
  if (startsThrowable((lines[from] as Line).text) || (hasFrames && isRecord((lines[from] as Line).text)))
    return false;
  const reach = hasFrames ? 4 : LOOKAHEAD;
  for (let index = from + 1; index < lines.length && index <= from + reach; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined || linkHead(text) !== undefined || isElided(text)) return true;
    if (!hasFrames && isRecord(text)) return false;
    if (hasFrames && startsThrowable(text)) return false;
  }
  return false;
}

/** Whether frames follow at once. */
const isOpen = (lines: Line[], index: number) => frameOf(lines[index + 1]?.text ?? '') !== undefined;

const startsThrowable = (text: string) => {
  const head = headIn(text);
  return head !== undefined && isExceptionName(head.type);
};

function messageStop(lines: Line[], from: number, limit: number): number {
  let index = from;
  while (index < limit && (lines[index] as Line).text.trim() !== '' && !isRecord((lines[index] as Line).text))
    index++;
  return index;
}
