import { readBody, type Rules } from '../body.ts';
import { type Format, reading, type Reading } from '../format.ts';
import { findHead, findHeadAnywhere, isExceptionName } from '../head.ts';
import type { Line } from '../line.ts';
import { isRecord } from '../message.ts';
import { toPlace } from '../place.ts';
import { findLine, readFrames, skipLines } from '../search.ts';
import type { Exception, Frame } from '../types.ts';
import { isOfNext } from './bundler.ts';
import { frameOf } from './node/frame.ts';
import { isSkipped } from './node/address.ts';
import { headOf, isLikelyType } from './node/head.ts';
import { readProps, type ReadNested } from './node/props.ts';
import { addPlace, readThrown } from './node/thrown.ts';
import { twoWordHeadOf } from './node/two-words.ts';

const LOOKAHEAD = 60;

/** V8's stack as Node, Deno, Bun and Chromium print it: the outermost error first, `[cause]` and `[errors]` within. */
export const node: Format = {
  id: 'node',
  language: 'javascript',
  hint: '[cause]|UnhandledPromiseRejection| {',
  ahead: { hint: 'at |--trace-uncaught|Thrown at:', reach: 80 },
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (frameOf(text) !== undefined) return finish(lines, from, readError(lines, from));
    const place = sourceOf(lines, from);
    const start = place === undefined ? from : headAfter(lines, from);
    if (place !== undefined && start === from) return readThrown(lines, from, place);
    const head = headAt(lines, start);
    if (head === undefined || !(isLikelyType(head.type) || head.type.includes(' ')) || isOfNext(lines, start))
      return undefined;
    // Bun's `error: message` stands right below a caret.
    const isSure = isExceptionName(head.type) || isCaret(lines[start - 1]?.text ?? '');
    if (!framesFollow(lines, start, isSure)) return undefined;
    return finish(lines, from, readError(lines, start), place);
  },
};

type Read = { exceptions: Exception[]; next: number };

function finish(lines: Line[], from: number, read: Read, place?: Frame): Reading {
  const { exceptions } = read;
  const first = exceptions[0] as Exception;
  // A place above the source counts only in the program's own files.
  if (place?.origin === 'app') addPlace(first.frames, place);
  let { next } = read;
  // } reason: Error: message — `Unhandled Rejection at: Promise { <rejected> Error … }` says it twice.
  const reason = findLine(lines, next - 1, next + 1, (text) => /^\s*\} reason: /.test(text));
  if (reason !== undefined) ({ next } = readError(lines, reason));
  const version = findLine(lines, next, next + 4, (text) => /^Node\.js v\d/.test(text));
  if (version !== undefined) next = version + 1;
  // Of a group's errors the first explains the failure; the others are alternatives.
  const [, ...alternatives] = exceptions
    .map((_, index) => index)
    .filter((index) => exceptions[index]?.relation === 'group');
  const root = exceptions.findLastIndex((_, index) => !alternatives.includes(index));
  const found = reading(lines, from, next, { exceptions, root, alternatives });
  if (EXIT.test(first.message.slice(0, 300))) return { ...found, reports: 'above' };
  // ts-node throws what the compiler says.
  if (!/\berror TS\d{4,5}: /.test(first.message.slice(0, 3000))) return found;
  const below = lines.slice(from, next).filter((line) => line.at > first.at);
  return { ...found, inside: below.slice(0, findLine(below, 0, below.length, frameOf)) };
}

// `make` failed with exit code: 2 · Build failed with 1 error:
const EXIT =
  /^[`'"]?[\w./-]{1,100}[`'"]? (?:failed|exited) with (?:exit )?code:? \d+$|^Build failed with \d+ errors?:/;

/** `/app/a.js:12` above a line of source and a caret. */
function sourceOf(lines: Line[], from: number): Frame | undefined {
  const { text, at } = lines[from] as Line;
  const groups =
    /^(?<file>(?:file:\/\/|node:|[A-Za-z]:\\|\/|[\w.-]+\/)?[^\s:][^:]{0,400}):(?<line>\d+)(?::(?<column>\d+))?$/.exec(
      text.slice(0, 500),
    )?.groups;
  if (groups === undefined) return undefined;
  // The excerpt may be missing: /srv/a.cjs:1:0 above `SyntaxError: …`
  const isShown =
    findLine(lines, from + 1, from + 5, isCaret) !== undefined ||
    (lines[from + 1]?.text ?? '').startsWith('SyntaxError: ');
  return isShown ? { ...toPlace(groups), at } : undefined;
}

const isCaret = (text: string) => /^\s*\^+$/.test(text);

/** The head below a source excerpt; the line itself when there is none. */
const headAfter = (lines: Line[], from: number) =>
  findLine(lines, from + 1, from + 8, (text, index) => {
    const head = headOf(text);
    return head && isLikelyType(head.type) && framesFollow(lines, index, isExceptionName(head.type));
  }) ?? from;

/** A head that is all of its line, or the end of a log's line right above frames. */
function headAt(lines: Line[], from: number) {
  const { text } = lines[from] as Line;
  const head = headOf(text);
  const isAbove = frameOf(lines[from + 1]?.text || (lines[from + 2]?.text ?? '')) !== undefined;
  if (head !== undefined && (isExceptionName(head.type) || !isAbove)) return head;
  return (
    findHead(text) ??
    (isAbove || text.endsWith(' {') ? findHeadAnywhere(text) : undefined) ??
    head ??
    (isAbove ? twoWordHeadOf(text) : undefined)
  );
}

/** `Error: message {`, but not the message `{`. */
const opensProps = (text: string) => text.endsWith(' {') && !text.endsWith(': {');

const framesFollow = (lines: Line[], head: number, isSure: boolean) =>
  findLine(lines, head + 1, head + (isSure ? LOOKAHEAD : 4), frameOf, isRecord) !== undefined ||
  (isSure &&
    /(?:^|[\s[])[A-Z]\w*: .* \{$/.test((lines[head] as Line).text) &&
    PROPERTY.test(lines[head + 1]?.text ?? ''));
// code: 'E1', · [cause]: Error: message
const PROPERTY = /^\s*(?:\[\w+\]|['"]?[\w-]+['"]?): /;

/** Reads one error with all that is nested in its properties; the errors come out in printed order. */
function readError(lines: Line[], from: number): Read {
  const first = readOne(lines, from);
  const exceptions = [first.error];
  const readNested: ReadNested = (index, relation) => {
    const nested = readOne(lines, index);
    // A stack may tell its cause that the properties tell again.
    if (relation === 'cause' && isSame(exceptions.at(-1), nested.error)) exceptions.pop();
    exceptions.push({ ...nested.error, relation });
    return { ...nested, error: exceptions.at(-1) as Exception };
  };
  let last = first;
  for (let cause = causeAfter(lines, last); cause !== undefined; cause = causeAfter(lines, last))
    last = readNested(cause, 'cause');
  const next = last.hasProps ? readProps(lines, last.next, first.error, readNested) : last.next;
  return { exceptions, next };
}

type One = ReturnType<ReadNested>;

const isSame = (a: Exception | undefined, b: Exception) =>
  a?.relation === 'cause' && a.type === b.type && a.message === b.message;

/** The line of the cause that stands below an error as its equal: `Caused by: Error: message`; Bun shows its source. */
function causeAfter(lines: Line[], { error, next, hasProps }: One): number | undefined {
  if (hasProps) return undefined;
  // 2 | throw new Error('late')
  //           ^
  // TypeError: message — of a parser's errors none has a function
  const caret = skipLines(lines, next, next + 10, (text) => /^$|^\s*\d+ \| /.test(text));
  const isSource = isCaret(lines[caret]?.text ?? '') && error.frames.some((frame) => frame.function);
  const index = isSource ? caret + 1 : next;
  const { text } = lines[index] ?? { text: '' };
  const head = isSource || /^\s*(?:[Cc]aused by:|\[cause\]) /.test(text) ? headOf(text) : undefined;
  return head && isLikelyType(head.type) && framesFollow(lines, index, true) ? index : undefined;
}

function readOne(lines: Line[], from: number): One {
  const { text, at } = lines[from] as Line;
  const head = frameOf(text) === undefined ? headAt(lines, from) : undefined;
  const { type, message: first, code } = head ?? { type: '', message: '' };
  let hasProps = head !== undefined && opensProps(text);
  const start = head === undefined ? from : from + 1;
  const body = hasProps ? { message: first, frames: [], next: start } : readBody(lines, start, first, rules);
  const message = body.message.replace(/ \{$/, '');
  const error: Exception = {
    type,
    message,
    ...(code === undefined ? {} : { code }),
    frames: body.frames,
    at,
  };
  let { next } = body;
  // The list behind `Emitted 'error' event on X instance at:` is of the same error.
  if (lines[next]?.text.startsWith("Emitted 'error' event"))
    ({ next } = readFrames(lines, next + 1, frameOf));
  hasProps ||= next > start && (lines[next - 1] as Line).text.endsWith(' {');
  const props = lines[next]?.text ?? '';
  if (error.frames.length > 0 && props.startsWith('{ ')) {
    // Properties whose newlines were lost.
    const lost = /\bcode: ['"]?([A-Z0-9_]{2,60})\b/.exec(props.slice(0, 2000))?.[1];
    if (lost !== undefined) error.code ??= lost;
    hasProps = lines[++next]?.text.startsWith('[') ?? false;
  }
  return { error, next, hasProps };
}

const rules: Rules = {
  placeOf: frameOf,
  // `at <anonymous>` says neither what was called nor where.
  isPassed: (text) =>
    /^\s*(?:\.\.\. \d+ lines matching|at (?:async )?<anonymous>$)/.test(text) || isSkipped(text),
  /** Whether frames follow a line that is none: a message's line, a blank one, output of something else. */
  goesOn(lines, index, hasFrames) {
    const { text } = lines[index] as Line;
    if (
      hasFrames &&
      ((lines[index - 1] as Line).text.endsWith(' {') ||
        /^\s*[}\]]|^(?:\{|Emitted 'error' event) /.test(text) ||
        isRecord(text))
    )
      return false;
    const isNext = (text: string, index: number) => {
      const head = headOf(text);
      // An indented one is a line of the message: Angular's chain of injectors.
      const isMessage = !hasFrames && /^\s{2}[^\s[]/.test(text);
      if (head !== undefined && isExceptionName(head.type) && !isMessage) return true;
      // worker stopped: Error: message · caught Error: message
      return hasFrames && frameOf(lines[index + 1]?.text ?? '') && findHeadAnywhere(text);
    };
    return findLine(lines, index, index + (hasFrames ? 3 : LOOKAHEAD), frameOf, isNext) !== undefined;
  },
};
