import { type ExceptionHeader, isExceptionName, parseHeader } from '../../exception-header.ts';
import { indentWidth, type Line, textAt } from '../../line.ts';
import { joinMessage, findMessageEnd } from '../../message.ts';
import { findLine } from '../../find-lines.ts';
import type { Exception } from '../../types.ts';
import { parsePythonFrame, HEADER, textAfterFrame } from './frame.ts';
import { parseDjangoValue, trailingHead } from './order.ts';

export type Block = { exception: Exception; next: number };

const MAX_JUNK = 3;
/** Where indentation was lost a frame's source may have many lines. */
const MAX_SOURCE = 12;

/**
 * One traceback: an optional header, frames with their source, and the exception. A block whose tail was cut has the
 * type ''.
 */
export function parseBlock(lines: Line[], from: number): Block | undefined {
  let index = from;
  const hasHeader = textAt(lines, from).includes(HEADER);
  const margin = indentWidth(textAt(lines, from));
  if (hasHeader) index++;
  const exception: Exception = {
    type: '',
    message: '',
    frames: [],
    inputLine: (lines[from] as Line).inputLine,
  };
  let end = index;
  let collapsed: { index: number; tail: ExceptionHeader; frames: number } | undefined;
  while (index < lines.length) {
    const line = lines[index] as Line;
    const frame = parsePythonFrame(line.text);
    if (frame !== undefined) {
      const rest = textAfterFrame(line.text);
      exception.frames.push({ ...frame, inputLine: line.inputLine });
      exception.inputLine = line.inputLine;
      end = sourceEnd(lines, index, rest !== '');
      const tail = end === index + 1 ? trailingHead(rest) : undefined;
      if (tail !== undefined) {
        collapsed = { index, tail, frames: exception.frames.length };
        if (parsePythonFrame(textAt(lines, end)) === undefined) break;
      }
      index = end;
      continue;
    }
    const head = exceptionHead(line, hasHeader ? margin : undefined, exception.frames.length);
    if (head !== undefined) return finish(lines, exception, index, head);
    const isFlat = exception.frames.length > 0 && !/^\s/.test(textAt(lines, index - 1));
    const after = nextFrame(lines, index, isFlat ? MAX_SOURCE : MAX_JUNK) ?? spacedHead(lines, index, isFlat);
    if (after === undefined || after === index) break;
    index = after;
  }
  if (exception.frames.length === 0 && !hasHeader) return undefined;
  if (collapsed !== undefined) {
    // What looks like frames behind it is its message.
    exception.frames.length = collapsed.frames;
    return finish(lines, exception, collapsed.index, collapsed.tail);
  }
  const value = parseDjangoValue(lines, end);
  if (value !== undefined) {
    const { type, message, inputLine, next } = value;
    return { exception: { ...exception, type, message, inputLine }, next };
  }
  return { exception, next: end };
}

/** `QN: message` or `QN`; after a header any name will do, since it stands at the header's own margin. */
function exceptionHead(line: Line, margin: number | undefined, frames: number) {
  const text = line.text.trim();
  if (text === '') return undefined;
  const head = parseHeader(text);
  if (head === undefined) return undefined;
  if (isExceptionName(head.type)) return head;
  if (margin === undefined && !head.type.includes('.')) return undefined;
  return frames > 0 &&
    indentWidth(line.text) <= (margin ?? 0) &&
    /(?:^|\.)(?:[\p{Lu}_][\p{L}\p{N}_]*|[a-z]{0,20}error|timeout)$/u.test(head.type)
    ? head
    : undefined;
}

function finish(
  lines: Line[],
  exception: Exception,
  index: number,
  head: { type: string; message: string },
): Block {
  const isEnd = (text: string, offset: number) =>
    /^\s*(?:"""|''')$/.test(text) ||
    // Frames with their source, as `traceback.print_stack` prints them.
    (parsePythonFrame(text) !== undefined && /^\s{4}/.test(textAt(lines, offset + 1)));
  const next = isWhole(lines, index, head.message) ? index + 1 : findMessageEnd(lines, index + 1, isEnd);
  exception.type = head.type;
  exception.message = joinMessage(head.message, lines, index + 1, next);
  exception.inputLine = (lines[index] as Line).inputLine;
  return { exception, next };
}

//     raise Exception('spam')
const RAISED = /^\s*raise [\p{L}_][\p{L}\p{N}_.]{0,400}\((['"])(?<said>[^'"\\]{1,900})\1\)(?: from \w+)?$/u;

/** Whether the source above an exception shows all of its message: what stands below is not of it. */
function isWhole(lines: Line[], index: number, message: string): boolean {
  const above = lines.slice(Math.max(0, index - 3), index).reverse();
  const source = above.find(({ text }) => !/^\s*[~^][~^ ]*$/.test(text))?.text ?? '';
  return message !== '' && RAISED.exec(source)?.groups?.['said'] === message;
}

/** The first line after a frame's source and its carets. */
function sourceEnd(lines: Line[], frame: number, isJoined: boolean): number {
  const indent = indentWidth(textAt(lines, frame));
  let index = frame + 1;
  if (isJoined) return index;
  for (; index < lines.length; index++) {
    const text = textAt(lines, index);
    if (text.trim() === '' || parsePythonFrame(text) !== undefined) break;
    if (/^\s*[~^][~^ ]*$/.test(text) || /^\s*\[Previous line repeated \d+ more times?\]/.test(text)) continue;
    if (indentWidth(text) > indent) continue;
    // Indentation was lost: one line of source, unless it is the exception itself.
    if (indent > 0 || index > frame + 1 || isException(text)) break;
  }
  return index;
}

function isException(text: string): boolean {
  const head = parseHeader(text.trim());
  return head !== undefined && (isExceptionName(head.type) || /^[a-z_][\w.]*\.[A-Z]\w*$/.test(head.type));
}

/** Where frames go on after blank lines, other output or a shell's echo. */
const nextFrame = (lines: Line[], from: number, reach: number) =>
  findLine(
    lines,
    from + 1,
    from + 1 + reach,
    (text, index) =>
      parsePythonFrame(text) ??
      (index === from + 1 && textAt(lines, from).trim() === '' && isException(text)),
    (text) => text.includes(HEADER),
  );

/** The exception below a frame whose source and carets have blank lines between them. */
const spacedHead = (lines: Line[], from: number, isFlat: boolean) =>
  findLine(
    lines,
    from,
    from + 8,
    (text) => !/^\s{2}/.test(text) && isException(text),
    // Without indentation the source's further lines stand at the margin too.
    (text) => !isFlat && text.trim() !== '' && !/^\s{2}/.test(text),
  );
