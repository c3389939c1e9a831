import { findLine } from '../../find-lines.ts';
import { type Format, parseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import type { Exception } from '../../types.ts';
import { parseBlock } from './block.ts';
import { HEADER } from './frame.ts';

/** Lines between the message and its traceback: an explanation, the body, the headers, the delivery. */
const LOOKAHEAD = 60;

/**
 * A Celery worker's report of a task whose name it does not know. Elsewhere Celery raises `NotRegistered` for that; the
 * worker logs only the message, and below it the traceback of the look-up that failed.
 */
export const celeryUnregistered: Format = {
  id: 'celery-unregistered',
  language: languages.python,
  triggers: ['Received unregistered task of type'],
  lineStarts: { unambiguous: ['Received unregistered task of type '] },
  logTriggers: ['unregistered task of type', 'full contents of the message'],
  parse(lines, from) {
    const [message, name] = RECEIVED.exec(textAt(lines, from)) ?? [];
    if (message === undefined || name === undefined) return undefined;
    const second = findLine(lines, from, from + 3, (text) => text.includes(IGNORED)) ?? from;
    const error: Exception = {
      type: 'celery.exceptions.NotRegistered',
      message: second > from ? `${message}\n${IGNORED}` : message,
      frames: [],
      inputLine: (lines[from] as Line).inputLine,
    };
    const lookup = parseLookup(lines, second, name);
    return parseResult(lines, from, lookup?.next ?? second + 1, {
      exceptions: lookup === undefined ? [error] : [error, lookup.exception],
      root: 0,
    });
  },
};

const IGNORED = 'The message has been ignored and discarded.';
// Received unregistered task of type 'billing.charge'.
const RECEIVED =
  /Received unregistered task of type (u?'[^']{1,400}'|u?"[^"]{1,400}"|None)\.(?: The message has been ignored and discarded\.)?/;

/** The traceback below that ends in `KeyError: 'billing.charge'`. Undefined when another report begins before it. */
function parseLookup(lines: Line[], from: number, name: string) {
  const header = findLine(
    lines,
    from,
    from + LOOKAHEAD,
    (text) => text.includes(HEADER),
    (text, index) => index > from && RECEIVED.test(text),
  );
  const block = header === undefined ? undefined : parseBlock(lines, header);
  if (header === undefined || block?.exception.type !== 'KeyError') return undefined;
  // A log's next record is no line of this message, whose text is known.
  const last = findLine(lines, header, block.next, (text) => text.includes(`KeyError: ${name}`));
  if (last === undefined) return undefined;
  return { exception: { ...block.exception, message: name, relation: 'cause' as const }, next: last + 1 };
}
