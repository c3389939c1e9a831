import { type Format, reading, type Reading } from '../format.ts';
import { isExceptionName } from '../head.ts';
import type { Line } from '../line.ts';
import type { Exception } from '../types.ts';
import { frameOf, origin } from './php/frame.ts';
import { readCollision } from './php/collision.ts';
import { readMonolog } from './php/monolog.ts';
import { readPlain } from './php/plain.ts';
import { withoutServer } from './php/server.ts';
import { readTool } from './php/tool.ts';

const MAX_MESSAGE = 40;

/** PHP's own report of an uncaught exception, with its `Next` chain; plain warnings; Monolog's and Symfony's forms. */
export const php: Format = {
  id: 'php',
  language: 'php',
  hint: /Uncaught |WordPress database error |^\s*(?:\[[A-Z][\w\\]+\]\s*$|FAILED {2}\S)|\(line \d+ of |requirements could not be resolved|^\s*at \S+\.php:\d+$|^\s*Stack trace:$| in \S.*(?::\d+|on line (?:<b>)?\d+)|(?:Fatal|Parse) error: |#\d+ |\[object\] \(|In \S+\.php line|exception '/,
  read(lines, from) {
    const found =
      readUncaught(lines, from) ??
      readMonolog(lines, from) ??
      readPlain(lines, from) ??
      readCollision(lines, from) ??
      readTool(lines, from);
    return found === undefined ? undefined : withCopy(lines, from, found);
  },
};

// PHP Fatal error:  Uncaught A\B: message in /a.php:12 · Next A\B: message in /a.php:12 · exception 'A' with message 'm' in /a.php:1
const START =
  /^\s*(?:(?:PHP )?(?:Fatal|Recoverable fatal|Catchable fatal) error: {1,2}Uncaught |PHP |(?:\w+\.[A-Z]+: )?(?:Uncaught )?(?=[A-Z\\]\w*(?:\\\w+)*: )|Uncaught )((?:exception )?'?)((?:\\?[A-Za-z_]\w*)(?:\\\w+)*)(?:' with message '|: | in (?=\S+:\d+$))/;
// The last ` in ` of a line: a message may have its own.
const PLACE = /^(?:file )?((?:[A-Za-z]:)?[^:\n]{1,400}?)(?::| on line )(\d+)$/;
// … in A->save() (line 817 of core/lib/A.php).
const DRUPAL = /^\S{1,300} \(line (?<line>\d+) of (?<file>[^()]{1,400})\)\.$/;

function placeOf(text: string): { file: string; line: number; start: number } | undefined {
  const start = text.lastIndexOf(' in ');
  if (start < 0) return undefined;
  const place = PLACE.exec(text.slice(start + 4));
  if (place?.[1] !== undefined) return { file: place[1], line: Number(place[2]), start };
  const groups = DRUPAL.exec(text.slice(start + 4))?.groups;
  return groups === undefined
    ? undefined
    : { file: groups['file'] ?? '', line: Number(groups['line']), start };
}

function readUncaught(lines: Line[], from: number): Reading | undefined {
  const exceptions: Exception[] = [];
  let index = from;
  let end = from;
  while (index < lines.length) {
    const text = withoutServer((lines[index] as Line).text.slice(0, 8000));
    const isNext = exceptions.length > 0;
    if (isNext && !/^\s*Next /.test(text)) break;
    const read = readOne(lines, index, isNext ? text.replace(/^\s*Next /, 'Uncaught ') : text);
    if (read === undefined) break;
    if (isNext) (exceptions.at(-1) as Exception).relation = 'cause';
    exceptions.push(read.exception);
    end = read.next;
    index = end;
    while (index < lines.length && index < end + 3 && (lines[index] as Line).text.trim() === '') index++;
  }
  if (exceptions.length === 0) return undefined;
  // thrown in /a.php on line 12
  for (let near = end; near < lines.length && near < end + 3; near++) {
    if (/^\s*thrown in /.test((lines[near] as Line).text)) end = near + 1;
  }
  return reading(lines, from, end, {
    exceptions,
    reported: exceptions.length - 1,
    root: 0,
  });
}

function readOne(
  lines: Line[],
  from: number,
  first: string,
): { exception: Exception; next: number } | undefined {
  const start = START.exec(first);
  if (start?.[2] === undefined) return undefined;
  // Without PHP's own words only a name that is an exception's by its form will do.
  if (!/PHP|Uncaught|exception '/.test(start[0]) && !isExceptionName(start[2]) && !start[2].includes('\\'))
    return undefined;
  const isOld = (start[1] ?? '') !== '';
  const message: string[] = [];
  let next = from;
  let place: ReturnType<typeof placeOf>;
  for (; next < lines.length && next < from + MAX_MESSAGE; next++) {
    let text =
      next === from
        ? first.slice(start[0].length - (start[0].endsWith(' in ') ? 4 : 0))
        : (lines[next] as Line).text;
    if (/^\s*(?:Stack trace:|thrown in )/.test(text)) break;
    place = placeOf(text);
    if (place !== undefined) text = text.slice(0, place.start);
    message.push(text);
    if (place !== undefined) {
      next++;
      break;
    }
  }
  if (place === undefined) return undefined;
  const { at } = lines[from] as Line;
  const exception: Exception = { type: start[2], message: message.join('\n').trim(), frames: [], at };
  if (isOld) exception.message = exception.message.replace(/'$/, '');
  exception.frames.push({ file: place.file, line: place.line, ...origin(place.file), at });
  return { exception, next: readStack(lines, next, exception) };
}

/** `Stack trace:` and its numbered frames, up to `{main}`. */
export function readStack(lines: Line[], from: number, exception: Exception): number {
  let index = from;
  while (
    index < lines.length &&
    index < from + 3 &&
    /^\s*(?:Stack trace:|\[stacktrace\]|)\s*$/.test((lines[index] as Line).text)
  )
    index++;
  let end = index > from && /trace/i.test((lines[index - 1] as Line).text) ? index : from;
  for (; index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
    const frame = frameOf(text);
    if (frame === undefined) break;
    end = index + 1;
    if (frame === 'main') break;
    exception.frames.push({ ...frame, at });
  }
  return end;
}

/** The command line prints an error twice, once for the log (`PHP Fatal error: `) and once for the reader; so does Xdebug. */
function withCopy(lines: Line[], from: number, found: Reading): Reading {
  const first = (lines[from] as Line).text.trim();
  if (!/^(?:PHP |Fatal error: )/.test(first)) return found;
  let next = found.next;
  while (next < lines.length && (lines[next] as Line).text.trim() === '') next++;
  const copy = (lines[next]?.text ?? '').trim();
  if (bareOf(copy) !== bareOf(first)) return found;
  const second = readUncaught(lines, next) ?? readPlain(lines, next);
  if (second === undefined) return found;
  return { next: second.next, trace: { ...found.trace, span: [found.trace.span[0], second.trace.span[1]] } };
}

/** `PHP Fatal error:  Uncaught X: m` and Xdebug's second copy, `X: m`, without what differs. */
const bareOf = (text: string) =>
  text
    .replace(/^PHP /, '')
    .replace(/^Fatal error: +Uncaught /, '')
    .replace(/\s+/g, ' ');
