import { languages } from '../languages.ts';
import { exceptionResult, type Format, parseResult, type ParseResult } from '../format.ts';
import { isExceptionName } from '../exception-header.ts';
import { hasAtMostFilled, type Line, textAt } from '../line.ts';
import { type Location, matchLocation } from '../location.ts';
import { parseHeadedStack } from './php/headed-stack.ts';
import { findLine, parseFrames, skipEmptyLines, skipLines } from '../find-lines.ts';
import type { Exception } from '../types.ts';
import { parsePhpFrame, isMain } from './php/frame.ts';
import { parseCollision } from './php/collision.ts';
import { parseLaravelCopy } from './php/laravel-copy.ts';
import { parseMonolog } from './php/monolog.ts';
import { parsePlain } from './php/plain.ts';
import { withoutServer } from './php/server.ts';
import { parseTool } from './php/tool.ts';

const MAX_MESSAGE = 40;

/** PHP's own report of an uncaught exception, with its `Next` chain; plain warnings; Monolog's and Symfony's forms. */
export const php: Format = {
  id: 'php',
  language: languages.php,
  triggers: [
    'Uncaught ',
    "exception '",
    'Exception]',
    'Error]',
    '[object] (',
    'requirements could',
    'WordPress ',
    'SQLSTATE[',
    'PHP ',
    'Fatal error: ',
    ' - Internal',
    ' E_',
  ],
  lookahead: { triggers: ['.php', 'on line ', '(line '], lines: 45 },
  lineStarts: {
    frames: ['#\\d+ '],
    // Stack trace: · Next Exception in a.php:1 · thrown in a.php · In Importer.php line 28: · [UnexpectedValueException] text
    inside: [
      'Stack trace:',
      'Next [\\w\\\\]+(?:: | in )',
      'thrown in (?:\\w:)?[\\\\/]',
      'In \\S{1,400}\\.php line \\d+:',
      '\\[\\w{1,400}(?:Exception|Error)\\] ',
    ],
  },
  collapsed: [
    {
      // #0 /a.php(1): f() · #1 {main} · PHP Fatal error:  Uncaught TypeError: text
      signs: ['#'],
      frame: /#\d+ (?:\{main\}|\[internal|\S{1,400}\(\d+\):)/,
      lineStart: /\[previous exception\]|(?:PHP )?Fatal error: {1,2}Uncaught /,
    },
  ],
  logTriggers: ['.php:'],
  parse(lines, from) {
    const found =
      parseUncaught(lines, from) ??
      parseMonolog(lines, from) ??
      parsePlain(lines, from) ??
      parseCollision(lines, from) ??
      parseHeadedStack(lines, from) ??
      parseLaravelCopy(lines, from) ??
      parseTool(lines, from);
    return found === undefined ? parseCut(lines, from) : withCopy(lines, from, found);
  },
};

/** A paste that is nothing but frames, with no more than a blank line around them. */
function parseCut(lines: Line[], from: number): ParseResult | undefined {
  if (from > 1 || textAt(lines, from - 1) !== '') return undefined;
  const { frames, next } = parseFrames(lines, from, parsePhpFrame, isMain);
  return frames.length < 2 || !hasAtMostFilled(lines.slice(next), 0)
    ? undefined
    : exceptionResult(lines, from, next, { type: '', message: '', frames });
}

// PHP Fatal error:  Uncaught A\B: message in /a.php:12 · Next A\B: message in /a.php:12 · exception 'A' with message 'm' in /a.php:1
const START =
  /^\s*(?:(?:PHP )?(?:Fatal|Recoverable fatal|Catchable fatal) error: {1,2}Uncaught |PHP |(?:\w+\.[A-Z]+: )?(?:Uncaught )?(?=[A-Z\\]\w*(?:\\\w+)*: |exception '))((?:exception )?'?)((?:\\?[A-Za-z_]\w*)(?:\\\w+)*)(?:' with message '|: | in (?=\S+:\d+$))/;
const LOCATIONS = [
  /^(?:file )?(?<file>(?:[A-Za-z]:|phar:)?[^:\n]{1,400}?)(?::| on line )(?<line>\d+)$/,
  // A->save() (line 817 of core/lib/A.php).
  /^\S{1,400} \(line (?<line>\d+) of (?<file>[^()]{1,400})\)\.$/,
];

/** The place behind the last ` in ` of a line: a message may have its own. */
function parseLocation(text: string): { place: Location; start: number } | undefined {
  const start = text.lastIndexOf(' in ');
  const place = start < 0 ? undefined : matchLocation(LOCATIONS, text.slice(start + 4));
  return place && { place, start };
}

function parseUncaught(lines: Line[], from: number): ParseResult | undefined {
  const exceptions: Exception[] = [];
  let index = from;
  let end = from;
  while (index < lines.length) {
    const text = withoutServer(textAt(lines, index).slice(0, 8000));
    const isNext = exceptions.length > 0;
    if (isNext && !/^\s*Next /.test(text)) break;
    const read = parseUncaughtHeader(lines, index, isNext ? text.replace(/^\s*Next /, 'Uncaught ') : text);
    if (read === undefined) break;
    if (isNext) (exceptions.at(-1) as Exception).relation = 'cause';
    exceptions.push(read.exception);
    end = read.next;
    index = skipEmptyLines(lines, end, 3);
  }
  if (exceptions.length === 0) return undefined;
  // thrown in /a.php on line 12
  const thrown = findLine(lines, end, end + 3, (text) => /^\s*thrown in /.test(text));
  if (thrown !== undefined) end = thrown + 1;
  return parseResult(lines, from, end, {
    exceptions,
    reported: exceptions.length - 1,
    root: 0,
  });
}

function parseUncaughtHeader(
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
  let place: Location | undefined;
  for (; next < lines.length && next < from + MAX_MESSAGE; next++) {
    const text =
      next === from
        ? first.slice(start[0].length - (start[0].endsWith(' in ') ? 4 : 0))
        : textAt(lines, next);
    if (/^\s*(?:Stack trace:|thrown in )/.test(text)) break;
    const found = parseLocation(text);
    message.push(text.slice(0, found?.start));
    place = found?.place;
    if (place !== undefined) {
      next++;
      break;
    }
  }
  if (place === undefined) return undefined;
  const { inputLine } = lines[from] as Line;
  const text = message.join('\n').trim();
  const stack = parseStack(lines, next);
  const exception: Exception = {
    type: start[2],
    message: isOld ? text.replace(/'$/, '') : text,
    frames: [{ ...place, inputLine }, ...stack.frames],
    inputLine,
  };
  return { exception, next: stack.next };
}

/** `Stack trace:` and its numbered frames, up to `{main}`. */
function parseStack(lines: Line[], from: number) {
  const start = skipLines(lines, from, from + 3, (text) =>
    /^\s*(?:(?:Stack trace:|\[stacktrace\])\s*)?$/.test(text),
  );
  const { frames, next } = parseFrames(lines, start, parsePhpFrame, isMain);
  const hasTitle = textAt(lines, start - 1).trim() !== '';
  return { frames, next: next > start || hasTitle ? next : from };
}

/** The command line prints an error twice, once for the log (`PHP Fatal error: `) and once for the reader; so does Xdebug. */
function withCopy(lines: Line[], from: number, found: ParseResult): ParseResult {
  const first = withoutServer(textAt(lines, from)).trim();
  if (!/^(?:PHP |Fatal error: )/.test(first)) return found;
  const next = skipEmptyLines(lines, found.next);
  const copy = withoutServer(textAt(lines, next)).trim();
  if (bareOf(copy) !== bareOf(first)) return found;
  const second = parseUncaught(lines, next) ?? parsePlain(lines, next);
  if (second === undefined) return found;
  // Call Stack, as a table
  const end = skipLines(lines, second.next, lines.length, (text) =>
    /^(?:Call Stack|#\t|\d+\t|\s*$)/.test(text),
  );
  return { next: end, trace: { ...found.trace, span: [found.trace.span[0], second.trace.span[1]] } };
}

/** `PHP Fatal error:  Uncaught X: m` and Xdebug's second copy, `X: m`, without what differs. */
const bareOf = (text: string) =>
  text
    .replace(/^PHP /, '')
    .replace(/^Fatal error: +Uncaught /, '')
    .replace(/\s+/g, ' ');
