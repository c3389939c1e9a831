import { readBody, type Rules } from '../body.ts';
import { type Format, reading, type Reading } from '../format.ts';
import { findHeadAnywhere, type Head, isExceptionName, readException, readHead } from '../head.ts';
import { indentOf, type Line } from '../line.ts';
import { isRecord } from '../message.ts';
import { languageOf } from '../origin.ts';
import { findLine } from '../search.ts';
import type { Exception } from '../types.ts';
import { frameOf, isElided } from './java/frame.ts';
import { isNested, renamedHeadOf } from './java/head.ts';
import { rootOf } from './java/root.ts';

const LOOKAHEAD = 40;

/** The JVM's trace (Java, Kotlin, Scala): `Caused by:`, `Suppressed:`, `Wrapped by:`, with or without its head. */
export const java: Format = {
  id: 'java',
  language: 'java',
  hint: 'at |nested exception is',
  ahead: { hint: 'at |Caused by: |Wrapped by: |Suppressed: ', reach: 40 },
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (frameOf(text) !== undefined)
      return isDumped(lines, from) ? undefined : readThrowables(lines, from, undefined);
    if (!/[.$]\w|Error|Exception/.test(text)) return undefined;
    const head = linkIn(text) ?? headIn(text) ?? renamedHeadOf(lines, from);
    if (head === undefined || !isJava(lines, from, head)) return undefined;
    return readThrowables(lines, from, head);
  },
};

// "worker-1" #12 prio=5 tid=0x1 nid=0x2 runnable [0x3] · "worker-1": ·    java.lang.Thread.State: RUNNABLE
const THREAD = /^\s*"[^"]{0,200}"(?::$| .*\b(?:[nt]id|prio)=)|^\s*java\.lang\.Thread\.State: /;
const MAX_DUMPED = 200;

/** Whether the frames are those of a thread in a dump of all threads: what stands above all of them tells. */
function isDumped(lines: Line[], from: number): boolean {
  const above = lines.slice(Math.max(0, from - MAX_DUMPED), from);
  return THREAD.test(above.findLast(({ text }) => !/^\s*(?:at|-) /.test(text))?.text.slice(0, 600) ?? '');
}

/** Whether frames of the JVM follow, or the name itself is qualified as Java's are and a cause follows. */
function isJava(lines: Line[], from: number, head: Head): boolean {
  if (head.message.includes('; nested exception is ')) return true;
  const below = findLine(
    lines,
    from + 1,
    from + LOOKAHEAD,
    isOwn,
    // ` at [Source: (String)"…"; line: 1, column: 10]` is Jackson's message.
    (text, index) =>
      /^\s*at (?!\[)/.test(text) || (readException(text.trim()) !== undefined && !isNested(lines, index)),
  );
  return below !== undefined && (!linkIn((lines[below] as Line).text) || /\.[A-Z]/.test(head.type));
}

type Link = Head & { relation: 'cause' | 'suppressed' | 'wrapped'; indent: number };

// Caused by: a.b.C: message · Suppressed: a.b.C · Wrapped by: a.b.C: message
function linkIn(text: string): Link | undefined {
  const match = /^\s*(?:\[?ERROR\]? )?(?:Caused|(Suppressed)|(Wrapped))(?: by)?: /.exec(text.slice(0, 120));
  const head = match && readHead(text.slice(match[0].length));
  // `Caused by: nothing of this` is a message.
  if (!head || !(isExceptionName(head.type) || /[.$]/.test(head.type))) return undefined;
  return {
    ...head,
    relation: match[1] ? 'suppressed' : match[2] ? 'wrapped' : 'cause',
    indent: indentOf(text),
  };
}

/** Whether a line can only be of a trace of the JVM. */
const isOwn = (text: string) => frameOf(text) !== undefined || linkIn(text) !== undefined || isElided(text);

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
  const exceptions: Exception[] = [];
  const indents: number[] = [];
  let wraps = false;
  let next = from;
  let index = from;
  let link = linkIn((lines[from] as Line).text);
  do {
    const { type, message } = link ?? head ?? { type: '', message: '' };
    const body = readBody(lines, type === '' ? index : index + 1, message, rules);
    const { at } = lines[index] as Line;
    const exception: Exception = { type, message: body.message, frames: body.frames, at };
    if (link !== undefined && link.relation !== 'wrapped' && index > from) exception.relation = link.relation;
    exceptions.push(exception);
    indents.push(link?.indent ?? 0);
    wraps ||= link?.relation === 'wrapped';
    next = Math.max(body.next, index + 1);
    index = body.end;
    link = linkIn(lines[index]?.text ?? '');
  } while (link !== undefined);
  const own = exceptions.flatMap(({ frames }) => frames.filter(({ origin }) => origin === 'app'));
  const isKotlin = own.some(({ file = '' }) => languageOf(file) === 'kotlin');
  return reading(lines, from, next, {
    language: isKotlin ? 'kotlin' : 'java',
    ...rootOf(exceptions, indents, wraps),
  });
}

const rules: Rules = {
  placeOf: frameOf,
  isPassed: isElided,
  goesOn(lines, index, hasFrames) {
    const { text } = lines[index] as Line;
    if (linkIn(text) !== undefined || (hasFrames && isRecord(text))) return false;
    if (startsThrowable(text) && !isNested(lines, index)) return false;
    const reach = hasFrames ? 5 : LOOKAHEAD;
    const isEnd = (text: string, at: number) =>
      (hasFrames ? startsThrowable(text) : isRecord(text)) && !isNested(lines, at);
    return findLine(lines, index + 1, index + reach, isOwn, isEnd) !== undefined;
  },
};

const startsThrowable = (text: string) => isExceptionName(headIn(text)?.type ?? '');
