import { type Format, reading } from '../format.ts';
import { isExceptionName } from '../head.ts';
import type { Line } from '../line.ts';
import { isRecord, joinMessage } from '../message.ts';
import type { Exception } from '../types.ts';
import { frameOf } from './node/frame.ts';
import { headOf, isLikelyType } from './node/head.ts';
import { readProps } from './node/props.ts';

const LOOKAHEAD = 60;

/** V8's stack as Node, Deno, Bun and Chromium print it: the outermost error first, `[cause]` and `[errors]` within. */
export const node: Format = {
  id: 'node',
  hint: /^\s*at .*(?::\d+|native|anonymous)|\[cause\]: |UnhandledPromiseRejection/,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (frameOf(text) !== undefined) return finish(lines, from, readError(lines, from));
    const start = sourceEnd(lines, from);
    const head = headOf((lines[start] as Line).text);
    if (head === undefined || !isLikelyType(head.type)) return undefined;
    if (!framesFollow(lines, start, isExceptionName(head.type))) return undefined;
    return finish(lines, from, readError(lines, start));
  },
};

type Read = { exceptions: Exception[]; next: number };

function finish(lines: Line[], from: number, read: Read) {
  const { exceptions } = read;
  const { root, alternatives } = roots(exceptions);
  let next = read.next;
  // Node.js v20.11.0
  for (let index = next; index < lines.length && index < next + 4; index++) {
    if (/^Node\.js v\d/.test((lines[index] as Line).text)) next = index + 1;
  }
  return reading(lines, from, next, {
    format: 'node',
    language: 'javascript',
    exceptions,
    reported: 0,
    root,
    alternatives,
  });
}

/** The innermost cause; of a group's errors the first, the others as alternatives. */
function roots(exceptions: Exception[]) {
  let root = 0;
  const alternatives: number[] = [];
  exceptions.forEach((exception, index) => {
    if (index === 0) return;
    if (
      exception.relation === 'group' &&
      exceptions.slice(1, index).some((other) => other.relation === 'group')
    )
      alternatives.push(index);
    else root = index;
  });
  return { root, alternatives };
}

/** Skips `/app/a.js:12`, the line of source, the caret and a blank line, which Node prints before the head. */
function sourceEnd(lines: Line[], from: number): number {
  if (
    !/^(?:file:\/\/|node:|\/|[A-Za-z]:\\|[\w.-]+\/)?\S[^:]{0,400}:\d+$/.test(
      (lines[from] as Line).text.slice(0, 500),
    )
  )
    return from;
  for (let index = from + 1; index < lines.length && index < from + 7; index++) {
    const head = headOf((lines[index] as Line).text);
    if (head !== undefined && isExceptionName(head.type)) return index;
  }
  return from;
}

function framesFollow(lines: Line[], head: number, isSure: boolean): boolean {
  const reach = isSure ? LOOKAHEAD : 3;
  for (let index = head + 1; index < lines.length && index <= head + reach; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined) return true;
    if (isRecord(text)) return false;
  }
  return isSure && / \{$/.test((lines[head] as Line).text);
}

/** Reads one error with all that is nested in its properties; the errors come out in printed order. */
function readError(lines: Line[], from: number): Read {
  const first = readOne(lines, from);
  const exceptions = [first.error];
  const next = first.hasProps
    ? readProps(lines, first.next, first.error, (index, relation) => {
        const nested = readOne(lines, index);
        exceptions.push({ ...nested.error, relation });
        return { ...nested, error: exceptions.at(-1) as Exception };
      })
    : first.next;
  return { exceptions, next };
}

function readOne(lines: Line[], from: number) {
  const line = lines[from] as Line;
  const head = frameOf(line.text) === undefined ? headOf(line.text) : undefined;
  const error: Exception = { type: head?.type ?? '', message: '', frames: [], at: line.at };
  if (head?.code !== undefined) error.code = head.code;
  let index = head === undefined ? from : from + 1;
  const messageFrom = index;
  let hasProps = / \{$/.test(line.text);
  let end = index;
  for (; index < lines.length && !hasProps; index++) {
    const { text, at } = lines[index] as Line;
    const frame = frameOf(text);
    if (frame !== undefined) {
      if (error.frames.length === 0)
        error.message = joinMessage(head?.message ?? '', lines, messageFrom, index);
      error.frames.push({ ...frame, at });
      hasProps = text.endsWith(' {');
    } else if (
      !/^\s*\.\.\. \d+ lines matching/.test(text) &&
      !/^Emitted 'error' event/.test(text) &&
      !frameNear(lines, index, error)
    )
      break;
    end = index + 1;
  }
  if (error.frames.length === 0) error.message = head?.message ?? '';
  error.message = error.message.replace(/ \{$/, '');
  return { error, next: Math.max(end, from + 1), hasProps };
}

/** Whether frames follow a line that is none: a message's line, a blank one, output of something else. */
function frameNear(lines: Line[], from: number, error: Exception): boolean {
  const reach = error.frames.length === 0 ? LOOKAHEAD : 2;
  if (error.frames.length > 0 && /^\s*[}\]]/.test((lines[from] as Line).text)) return false;
  for (let index = from; index < lines.length && index <= from + reach; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined) return true;
    const head = headOf(text);
    if (head !== undefined && isExceptionName(head.type)) return false;
  }
  return false;
}
