import { parseTwoWordHeader } from './two-words.ts';
import { parseV8Header, isLikelyType } from './v8-header.ts';
import { languages } from '../../languages.ts';
import { parseMessageAndFrames, type StackRules } from '../../message-and-frames.ts';
import { type Format, parseResult, type ParseResult } from '../../format.ts';
import { findHeader, findHeaderAnywhere, isExceptionName } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { parseProps, type ReadNested } from './error-properties.ts';
import { startsLogEntry, stripExcerpt } from '../../message.ts';
import { toLocation } from '../../location.ts';
import { findLine, parseFrames, skipLines } from '../../find-lines.ts';
import type { Exception, Frame } from '../../types.ts';
import { isNextError } from './bundler.ts';
import { parseV8Frame } from './v8-frame.ts';
import { isSkippedFrames } from './address.ts';
import { isComponentLine, skipComponents } from './component-stack.ts';
import { atFrames } from '../at-frames.ts';
import { addPlace, parseThrown } from './thrown-value.ts';

const LOOKAHEAD = 60;

/** V8's stack as Node, Deno, Bun and Chromium print it: the outermost error first, `[cause]` and `[errors]` within. */
export const v8Stack: Format = {
  id: 'v8-stack',
  language: languages.javascript,
  triggers: ['[cause]', 'UnhandledPromiseRejection', ' {'],
  lookahead: { triggers: ['at ', '--trace-uncaught', 'Thrown at:'], lines: 80 },
  lineStarts: {
    frames: ['at '],
    // Emitted 'error' event · (Use `node --trace-uncaught ...` · Thrown at: · Node.js v20
    inside: ["Emitted 'error' event", "\\(Use [`']?node --trace", 'Thrown at:', 'Node\\.js v\\d'],
    unambiguous: ['\\[(?:cause|errors)\\]: '],
  },
  collapsed: [atFrames],
  logTriggers: ['ncaught '],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (parseV8Frame(text) !== undefined) return finish(lines, from, parseError(lines, from));
    const place = parseSourceLocation(lines, from);
    const start = place === undefined ? from : findHeaderAfter(lines, from);
    if (place !== undefined && start === from) return parseThrown(lines, from, place);
    const head = findHeaderAt(lines, start);
    if (
      head === undefined ||
      !(isLikelyType(head.type) || head.type.includes(' ')) ||
      isNextError(lines, start)
    )
      return undefined;
    // Bun's `error: message` stands right below a caret.
    const isSure = isExceptionName(head.type) || isCaret(textAt(lines, start - 1));
    if (!framesFollow(lines, start, isSure)) return undefined;
    return finish(lines, from, parseError(lines, start), place);
  },
};

type Read = { exceptions: Exception[]; next: number };

function finish(lines: Line[], from: number, read: Read, place?: Frame): ParseResult {
  const { exceptions } = read;
  const first = exceptions[0] as Exception;
  // A place above the source counts only in the program's own files.
  if (place?.origin === 'app') addPlace(first.frames, place);
  let { next } = read;
  // } reason: Error: message — `Unhandled Rejection at: Promise { <rejected> Error … }` says it twice.
  const reason = findLine(lines, next - 1, next + 1, (text) => /^\s*\} reason: /.test(text));
  if (reason !== undefined) ({ next } = parseError(lines, reason));
  const version = findLine(lines, next, next + 4, (text) => /^Node\.js v\d/.test(text));
  if (version !== undefined) next = version + 1;
  // Of a group's errors the first explains the failure; the others are alternatives.
  const [, ...alternatives] = exceptions
    .map((_, index) => index)
    .filter((index) => exceptions[index]?.relation === 'group');
  const others = new Set(alternatives);
  const root = exceptions.findLastIndex((_, index) => !others.has(index));
  const found = parseResult(lines, from, next, { exceptions, root, alternatives });
  if (EXIT.test(first.message.slice(0, 300))) return { ...found, refersTo: 'previous' };
  // ts-node throws what the compiler says.
  if (!/\berror TS\d{4,5}: /.test(first.message.slice(0, 4000))) return found;
  const below = lines.slice(from, next).filter((line) => line.inputLine > first.inputLine);
  return { ...found, inside: below.slice(0, findLine(below, 0, below.length, parseV8Frame)) };
}

// `make` failed with exit code: 2 · Build failed with 1 error:
const EXIT =
  /^[`'"]?[\w./-]{1,400}[`'"]? (?:failed|exited) with (?:exit )?code:? \d+$|^Build failed with \d+ errors?:/;

/** `/app/a.js:12` above a line of source and a caret. */
function parseSourceLocation(lines: Line[], from: number): Frame | undefined {
  const { text, inputLine } = lines[from] as Line;
  const groups =
    /^(?<file>(?:file:\/\/|node:|[A-Za-z]:\\|\/|[\w.-]+\/)?[^\s:][^:]{0,400}):(?<line>\d+)(?::(?<column>\d+))?$/.exec(
      text.slice(0, 2000),
    )?.groups;
  return groups && findLine(lines, from + 1, from + 5, isCaret)
    ? { ...toLocation(groups), inputLine }
    : undefined;
}

const isCaret = (text: string) => /^\s*\^+$/.test(text);

/** The head below a source excerpt; the line itself when there is none. */
const findHeaderAfter = (lines: Line[], from: number) =>
  findLine(lines, from + 1, from + 8, (text, index) => {
    const head = parseV8Header(text);
    return head && isLikelyType(head.type) && framesFollow(lines, index, isExceptionName(head.type));
  }) ?? from;

/** A head that is all of its line, or the end of a log's line right above frames. */
function findHeaderAt(lines: Line[], from: number) {
  const text = textAt(lines, from);
  const head = parseV8Header(text);
  const below = skipComponents(lines, from + 1);
  const isAbove = parseV8Frame(lines[below]?.text || textAt(lines, below + 1)) !== undefined;
  if (head !== undefined && (isExceptionName(head.type) || !isAbove)) return head;
  return (
    findHeader(text) ??
    (isAbove || text.endsWith(' {') ? findHeaderAnywhere(text) : undefined) ??
    head ??
    (isAbove ? parseTwoWordHeader(text) : undefined)
  );
}

/** `Error: message {`, but not the message `{`. */
const opensProps = (text: string) => text.endsWith(' {') && !text.endsWith(': {');

const framesFollow = (lines: Line[], head: number, isSure: boolean) =>
  findLine(
    lines,
    skipComponents(lines, head + 1),
    skipComponents(lines, head + 1) + (isSure ? LOOKAHEAD : 4) - 1,
    parseV8Frame,
    startsLogEntry,
  ) !== undefined ||
  (isSure &&
    /(?:^|[\s[])[A-Z]\w*: .* \{$/.test(textAt(lines, head)) &&
    PROPERTY.test(textAt(lines, head + 1)));
// code: 'E1', · [cause]: Error: message
const PROPERTY = /^\s*(?:\[\w+\]|['"]?[\w-]+['"]?): /;

/** Reads one error with all that is nested in its properties; the errors come out in printed order. */
function parseError(lines: Line[], from: number): Read {
  const first = parseOneError(lines, from);
  const exceptions = [first.error];
  const parseNested: ReadNested = (index, relation) => {
    const nested = parseOneError(lines, index);
    // A stack may tell its cause that the properties tell again.
    if (relation === 'cause' && isSame(exceptions.at(-1), nested.error)) exceptions.pop();
    exceptions.push({ ...nested.error, relation });
    return { ...nested, error: exceptions.at(-1) as Exception };
  };
  let last = first;
  for (let cause = causeAfter(lines, last); cause !== undefined; cause = causeAfter(lines, last))
    last = parseNested(cause, 'cause');
  const next = last.hasProps ? parseProps(lines, last.next, first.error, parseNested) : last.next;
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
  const isSource = isCaret(textAt(lines, caret)) && error.frames.some((frame) => frame.function);
  // -- inner error --, of webpack
  const isInner = /^\s*-- inner error --$/.test(textAt(lines, next));
  const index = isSource ? caret + 1 : isInner ? next + 1 : next;
  const { text } = lines[index] ?? { text: '' };
  const head =
    isSource || isInner || /^\s*(?:[Cc]aused by:|\[cause\]) /.test(text) ? parseV8Header(text) : undefined;
  return head && isLikelyType(head.type) && framesFollow(lines, index, true) ? index : undefined;
}

function parseOneError(lines: Line[], from: number): One {
  const { text, inputLine } = lines[from] as Line;
  const head = parseV8Frame(text) === undefined ? findHeaderAt(lines, from) : undefined;
  const { type, message: first, code } = head ?? { type: '', message: '' };
  let hasProps = head !== undefined && opensProps(text);
  const start = head === undefined ? from : from + 1;
  const body = hasProps
    ? { message: first, frames: [], next: start }
    : parseMessageAndFrames(lines, start, first, rules);
  const message = stripExcerpt(body.message.replace(/ \{$/, ''));
  const error: Exception = {
    type,
    message,
    ...(code === undefined ? {} : { code }),
    frames: body.frames,
    inputLine,
  };
  let { next } = body;
  // The list behind `Emitted 'error' event on X instance at:` is of the same error.
  if (lines[next]?.text.startsWith("Emitted 'error' event"))
    ({ next } = parseFrames(lines, next + 1, parseV8Frame));
  hasProps ||= next > start && textAt(lines, next - 1).endsWith(' {');
  const props = textAt(lines, next);
  if (error.frames.length > 0 && props.startsWith('{ ')) {
    // Properties whose newlines were lost.
    const lost = /\bcode: ['"]?([A-Z0-9_]{2,80})\b/.exec(props.slice(0, 2000))?.[1];
    if (lost !== undefined) error.code ??= lost;
    hasProps = lines[++next]?.text.startsWith('[') ?? false;
  }
  return { error, next, hasProps };
}

const rules: StackRules = {
  parseFrameLine: parseV8Frame,
  isSkippable: (text) =>
    /^\s*\.\.\. \d+ lines matching|^\s*From previous event:$/.test(text) ||
    isSkippedFrames(text) ||
    isComponentLine(text),
  /** Whether frames follow a line that is none: a message's line, a blank one, output of something else. */
  continuesAt(lines, index, hasFrames) {
    const text = textAt(lines, index);
    if (
      hasFrames &&
      (textAt(lines, index - 1).endsWith(' {') ||
        /^\s*[}\]]|^(?:\{|Emitted 'error' event) /.test(text) ||
        startsLogEntry(text))
    )
      return false;
    const isNext = (text: string, index: number) => {
      const head = parseV8Header(text);
      // An indented one is a line of the message: Angular's chain of injectors.
      const isMessage = !hasFrames && /^\s{2}[^\s[]/.test(text);
      if (head !== undefined && isExceptionName(head.type) && !isMessage) return true;
      // worker stopped: Error: message · caught Error: message
      return hasFrames && parseV8Frame(textAt(lines, index + 1)) && findHeaderAnywhere(text);
    };
    return findLine(lines, index, index + (hasFrames ? 3 : LOOKAHEAD), parseV8Frame, isNext) !== undefined;
  },
};
