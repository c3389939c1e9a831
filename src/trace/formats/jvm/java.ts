import { rootOf } from './java-root.ts';
import { atFrames } from '../at-frames.ts';
import { languages } from '../../languages.ts';
import { parseMessageAndFrames, type StackRules } from '../../message-and-frames.ts';
import { type Format, parseResult, type ParseResult } from '../../format.ts';
import {
  findHeaderAnywhere,
  type ExceptionHeader,
  isExceptionName,
  parseExceptionHeader,
  parseHeader,
} from '../../exception-header.ts';
import { indentWidth, type Line, textAt } from '../../line.ts';
import { startsLogEntry } from '../../message.ts';
import { languageOfFile } from '../../languages.ts';
import { findLine } from '../../find-lines.ts';
import type { Exception } from '../../types.ts';
import { parseJavaFrame, isElided } from './java-frame.ts';
import { isNested, parseRenamedHeader } from './java-header.ts';

const LOOKAHEAD = 40;

/** The JVM's trace (Java, Kotlin, Scala): `Caused by:`, `Suppressed:`, `Wrapped by:`, with or without its head. */
export const java: Format = {
  id: 'java',
  language: languages.java,
  triggers: ['nested exception is'],
  lookahead: { triggers: ['at ', 'Caused by', 'Wrapped by: ', 'Suppressed: '], lines: 40 },
  lineStarts: {
    frames: ['at '],
    // FATAL EXCEPTION: main · Suppressed: java.lang.X: text
    inside: ['FATAL EXCEPTION: ', 'Wrapped by: ', 'Suppressed: '],
    unambiguous: ['Caused by:(?:\\s|$)', '\\.\\.\\. \\d+ (?:more|lines|common)'],
  },
  collapsed: [atFrames],
  logTriggers: ['Caused by', '\tat ', '  at '],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (parseJavaFrame(text) !== undefined)
      return isDumped(lines, from) ? undefined : parseThrowables(lines, from, undefined);
    if (!/[.$]\w|Error|Exception/.test(text)) return undefined;
    const head = parseLink(text) ?? findJavaHeader(text) ?? parseRenamedHeader(lines, from);
    if (head === undefined || !isJava(lines, from, head)) return undefined;
    return parseThrowables(lines, from, head);
  },
};

// "worker-1" #12 prio=5 tid=0x1 nid=0x2 runnable [0x3] · "worker-1": ·    java.lang.Thread.State: RUNNABLE
const THREAD = /^\s*"[^"]{0,400}"(?::$| .*\b(?:[nt]id|prio)=)|^\s*java\.lang\.Thread\.State: /;
const MAX_DUMPED = 200;

/** Whether the frames are those of a thread in a dump of all threads: what stands above all of them tells. */
function isDumped(lines: Line[], from: number): boolean {
  const above = lines.slice(Math.max(0, from - MAX_DUMPED), from);
  return THREAD.test(above.findLast(({ text }) => !/^\s*(?:at|-) /.test(text))?.text.slice(0, 2000) ?? '');
}

/** Whether frames of the JVM follow, or the name itself is qualified as Java's are and a cause follows. */
function isJava(lines: Line[], from: number, head: ExceptionHeader): boolean {
  if (head.message.includes('; nested exception is ')) return true;
  const below = findLine(
    lines,
    from + 1,
    from + LOOKAHEAD,
    isJvmLine,
    // ` at [Source: (String)"…"; line: 1, column: 10]` is Jackson's message.
    (text, index) =>
      /^\s*at (?!\[)/.test(text) ||
      (parseExceptionHeader(text.trim()) !== undefined && !isNested(lines, index)),
  );
  return below !== undefined && (!parseLink(textAt(lines, below)) || /\.[A-Z]/.test(head.type));
}

type Link = ExceptionHeader & { relation: 'cause' | 'suppressed' | 'wrapped'; indent: number };

// Caused by: a.b.C: message · Suppressed: a.b.C · Wrapped by: a.b.C: message
function parseLink(text: string): Link | undefined {
  const match = /^\s*(?:\[?ERROR\]? )?(?:Caused|(Suppressed)|(Wrapped))(?: by)?:? /.exec(text.slice(0, 120));
  const head = match && parseHeader(text.slice(match[0].length));
  // `Caused by: nothing of this` is a message; Crashlytics writes no colon.
  const isSure = match?.[0].trimEnd().endsWith(':') === true;
  if (!head || !(isExceptionName(head.type) || (isSure && /[.$]/.test(head.type)))) return undefined;
  return {
    ...head,
    relation: match[1] ? 'suppressed' : match[2] ? 'wrapped' : 'cause',
    indent: indentWidth(text),
  };
}

/** Whether a line can only be of a trace of the JVM. */
const isJvmLine = (text: string) =>
  parseJavaFrame(text) !== undefined || parseLink(text) !== undefined || isElided(text);

/** The type in a line: alone on it, after `Exception in thread "x"`, or at the end of a log's prefix. */
function findJavaHeader(text: string): ExceptionHeader | undefined {
  const opener =
    /^\s*(?:Exception in thread "[^"]{0,400}" |(?:Fatal|Non-fatal) Exception: |Exception (?=[a-z]\w*\.)|\[?ERROR\]? |! |STACK_TRACE=)?/.exec(
      text.slice(0, 300),
    )?.[0] ?? '';
  const own = parseHeader(text.slice(opener.length));
  if (own !== undefined && (isExceptionName(own.type) || /^(?:[\w$]+\.)+[A-Z][\w$]*$/.test(own.type)))
    return own.type === 'java.lang.Thread.State' ? undefined : own;
  // A frame whose end was cut.
  const head = /^\s*at /.test(text) ? undefined : findHeaderAnywhere(text);
  return head?.type.includes('.') ? head : undefined;
}

/** Reads the throwables in printed order; each keeps its own frames. */
function parseThrowables(lines: Line[], from: number, head: ExceptionHeader | undefined): ParseResult {
  const exceptions: Exception[] = [];
  const indents: number[] = [];
  let wraps = false;
  let next = from;
  let index = from;
  let link = parseLink(textAt(lines, from));
  do {
    const { type, message } = link ?? head ?? { type: '', message: '' };
    const body = parseMessageAndFrames(lines, type === '' ? index : index + 1, message, rules);
    const { inputLine } = lines[index] as Line;
    const exception: Exception = { type, message: body.message, frames: body.frames, inputLine };
    if (link !== undefined && link.relation !== 'wrapped' && index > from) exception.relation = link.relation;
    exceptions.push(exception);
    indents.push(link?.indent ?? 0);
    wraps ||= link?.relation === 'wrapped';
    next = Math.max(body.next, index + 1);
    index = body.end;
    link = parseLink(textAt(lines, index));
  } while (link !== undefined);
  const own = exceptions.flatMap(({ frames }) => frames.filter(({ origin }) => origin === 'app'));
  const isKotlin = own.some(({ file = '' }) => languageOfFile(file) === 'kotlin');
  return parseResult(lines, from, next, {
    language: isKotlin ? 'kotlin' : 'java',
    ...rootOf(exceptions, indents, wraps),
  });
}

const rules: StackRules = {
  parseFrameLine: parseJavaFrame,
  isSkippable: isElided,
  continuesAt(lines, index, hasFrames) {
    const text = textAt(lines, index);
    if (parseLink(text) !== undefined || (hasFrames && startsLogEntry(text))) return false;
    if (startsThrowable(text) && !isNested(lines, index)) return false;
    const reach = hasFrames ? 5 : LOOKAHEAD;
    const isEnd = (text: string, inputLine: number) =>
      (hasFrames ? startsThrowable(text) : startsLogEntry(text)) && !isNested(lines, inputLine);
    return findLine(lines, index + 1, index + reach, isJvmLine, isEnd) !== undefined;
  },
};

const startsThrowable = (text: string) => isExceptionName(findJavaHeader(text)?.type ?? '');
