import { languages } from '../languages.ts';
import { type Format, parseResult, type ParseResult, exceptionResult } from '../format.ts';
import { isGroupStart, parseGroup } from './python/group.ts';
import { type Line, textAt } from '../line.ts';
import { parsePythonFrame, HEADER, languageOfFrames } from './python/frame.ts';
import { findLine, parseFrames, skipLines } from '../find-lines.ts';
import type { Exception } from '../types.ts';
import { adoptHeader, parseHeadFirst } from './python/order.ts';
import { type Block, parseBlock } from './python/block.ts';
import { parseLink, parseLinked } from './python/linked.ts';

/**
 * CPython's traceback: chains, exception groups, syntax errors, with or without its head and its tail.
 * The oldest block is printed first; the last is what the outermost handler saw.
 */
export const python: Format = {
  id: 'python',
  language: languages.python,
  triggers: ['Traceback (most', 'Fatal Python', 'RemoteTraceback', 'WithTraceback', 'RemoteError'],
  lookahead: { triggers: ['File "'], lines: 8 },
  isOldestFirst: true,
  lineStarts: {
    frames: ['File \\\\*"'],
    // Exception Value: text
    inside: ['Exception (?:Type|Value): '],
    unambiguous: [
      '(?<!Group |^\\| )Traceback \\(most recent call last\\):',
      '(?<!Group |^\\| )The above exception was the direct',
      '(?<!Group |^\\| )During handling of the above',
    ],
  },
  collapsed: [
    {
      // | File "a.py", line 1, in f
      signs: ['| '],
      frame: /\| {1,20}File "[^"]{1,400}", line \d+/,
      lineStart: /\| |\+-|\+ Exception Group/,
    },
    {
      // File "a.py", line 1, in f
      signs: ['File "'],
      frame: /File "[^"]{1,400}", line \d+/,
    },
  ],
  logTriggers: ['Traceback', 'File "', 'ModuleNotFound'],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (isGroupStart(text)) return parseAll(lines, from);
    if (text.startsWith(FATAL)) return parseFatal(lines, from);
    const isStart = startsBlock(text) || parseQuotingType(lines, from) !== undefined;
    // Ruby's traces have the same header.
    const below = lines[from + 1]?.text || lines[from + 2]?.text;
    if (
      /^\s*(?:\d+: )?from \S.{0,400}:\d+:in |^\S.{0,400}:\d+:in [`'].*\(\w|\(LoadError\)$/.test(below ?? '')
    )
      return undefined;
    return isStart ? parseAll(lines, from) : parseHeadFirst(lines, from);
  },
};

const FATAL = 'Fatal Python error: ';

// Fatal Python error: Segmentation fault
//
// Current thread 0x00007f23009beb80 (most recent call first):
/** What faulthandler prints: the newest call first, and the other threads below. */
function parseFatal(lines: Line[], from: number): ParseResult {
  const isThread = (text: string) => text.includes('(most recent call first)');
  const start = findLine(lines, from + 1, from + 8, isThread) ?? from;
  const { frames, next } = parseFrames(lines, start + 1, parsePythonFrame);
  const isOther = (text: string) => text === '' || isThread(text) || parsePythonFrame(text) !== undefined;
  return exceptionResult(lines, from, skipLines(lines, next, lines.length, isOther), {
    type: FATAL.slice(0, -2),
    message: textAt(lines, from).slice(FATAL.length),
    frames: frames.reverse(),
  });
}

/** Reads groups and chains of blocks, as far as links join them. */
const parseAll = (lines: Line[], from: number) =>
  parseLinked(
    lines,
    from,
    (index) =>
      isGroupStart(textAt(lines, index)) ? parseGroup(lines, index, parseChain) : parseChain(lines, index),
    (next) => {
      const index = skip(lines, next);
      const link = linkAt(lines[index]?.text);
      return link === undefined ? undefined : { link, start: skip(lines, index + 1) };
    },
  );

/** Reads blocks joined by "direct cause" and "During handling" lines. */
function parseChain(lines: Line[], from: number): ParseResult | undefined {
  const type = parseQuotingType(lines, from);
  const quoted =
    type === undefined ? [] : [{ type, message: '', frames: [], inputLine: (lines[from] as Line).inputLine }];
  const blocks: Block[] = [];
  let index = type === undefined ? from : skip(lines, from + 1);
  let end = index;
  let link: 'cause' | 'context' | undefined;
  while (index < lines.length) {
    const block = parseBlock(lines, index);
    if (block === undefined) break;
    blocks.push(block);
    end = block.next;
    const next = skip(lines, end);
    // The block quotes the traceback that explains it.
    const isQuote = QUOTES.test(textAt(lines, end)) && startsBlock(lines[next]?.text);
    // A group below is no block.
    link =
      isQuote || isGroupStart(textAt(lines, skip(lines, next + 1))) ? undefined : linkAt(lines[next]?.text);
    if (link === undefined && !isQuote) {
      if (QUOTES.test(textAt(lines, end))) end++;
      break;
    }
    if (link !== undefined) block.exception.relation = link;
    end = isQuote ? next : next + 1;
    index = skip(lines, end);
  }
  if (blocks.length === 0) return undefined;
  const exceptions = [...quoted, ...blocks.map((block) => block.exception)];
  const start = adoptHeader(lines, from, exceptions);
  // A header alone says nothing.
  if (!exceptions.some(({ type: name, frames }) => name !== '' || frames.length > 0)) return undefined;
  return parseResult(lines, start, end, {
    language: languageOfFrames(exceptions.flatMap(({ frames }) => frames)),
    exceptions,
    ...roots(exceptions, quoted.length),
  });
}

// multiprocessing.pool.RemoteTraceback: · billiard.einfo.ExceptionWithTraceback: — with a traceback in quotes below
function parseQuotingType(lines: Line[], from: number): string | undefined {
  const type = /^\s*((?:[\w]+\.)*(?:RemoteTraceback|ExceptionWithTraceback|RemoteError)): ?$/.exec(
    textAt(lines, from),
  )?.[1];
  return type !== undefined && /^\s*(?:"""|''')/.test(textAt(lines, from + 1)) ? type : undefined;
}

const QUOTES = /^\s*(?:"""|''')$/;
const startsBlock = (text = '') => text.includes(HEADER) || parsePythonFrame(text) !== undefined;

/** Follows explicit causes up from the last exception; what was merely being handled is an alternative. */
function roots(exceptions: Exception[], from: number) {
  const reported = exceptions.length - 1;
  let root = reported;
  while (root > from && (exceptions[root - 1]?.relation === 'cause' || exceptions[root]?.type === '')) root--;
  const others = exceptions.map((_, index) => index).slice(from, -1);
  return { reported, root, alternatives: others.filter((index) => index !== root).reverse() };
}

const linkAt = (text = '') => parseLink(text.trimStart());

/** Skips blank lines and the quotes in which a worker's traceback is sent to its parent. */
const skip = (lines: Line[], from: number) =>
  skipLines(lines, from, from + 4, (text) => text.trim() === '' || QUOTES.test(text));
