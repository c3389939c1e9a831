import { type Format, reading, type Reading } from '../format.ts';
import type { Line } from '../line.ts';
import type { Exception } from '../types.ts';
import { type Block, readBlock } from './python/block.ts';
import { frameOf, HEADER } from './python/frame.ts';
import { isGroupStart, readGroup } from './python/group.ts';
import { headBefore, readHeadFirst } from './python/order.ts';

/**
 * CPython's traceback: chains, exception groups, syntax errors, with or without its head and its tail.
 * The oldest block is printed first; the last is what the outermost handler saw.
 */
export const python: Format = {
  id: 'python',
  language: 'python',
  hint: 'Traceback (most|File "|File <|above exception was|During handling|Error: ',
  isAnywhere: true,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (isGroupStart(text)) return readGroup(lines, from, readChain);
    const quoted = quotedBy(lines, from);
    if (quoted !== undefined) return readQuoted(lines, from, quoted);
    const header = text.indexOf(HEADER);
    if (header < 0 && frameOf(text) === undefined) return readHeadFirst(lines, from);
    const below = lines[from + 1]?.text.trim() === '' ? from + 2 : from + 1;
    if (header >= 0 && /^\s*(?:\d+: )?from \S.{0,300}:\d+:in /.test(lines[below]?.text ?? ''))
      return undefined;
    return readChain(lines, from);
  },
};

// The above exception was the direct cause of the following exception:
// During handling of the above exception, another exception occurred:
const LINKS = {
  cause: 'The above exception was the direct cause',
  context: 'During handling of the above exception',
};

/** Reads blocks joined by "direct cause" and "During handling" lines. */
function readChain(lines: Line[], from: number): Reading | undefined {
  const blocks: Block[] = [];
  let index = from;
  let end = from;
  let link: 'cause' | 'context' | undefined;
  while (index < lines.length) {
    const block = readBlock(lines, index);
    if (block === undefined) break;
    blocks.push(block);
    end = block.next;
    const next = skip(lines, end);
    // The block quotes the traceback that explains it.
    const isQuote = QUOTES.test(lines[end]?.text ?? '') && startsBlock(lines[next]?.text);
    link = isQuote ? undefined : linkAt(lines[next]?.text);
    if (link === undefined && !isQuote) {
      if (QUOTES.test(lines[end]?.text ?? '')) end++;
      break;
    }
    if (link !== undefined) block.exception.relation = link;
    end = isQuote ? next : next + 1;
    index = skip(lines, end);
  }
  if (blocks.length === 0) return undefined;
  const exceptions = blocks.map((block) => block.exception);
  return reading(lines, headBefore(lines, from, exceptions), end, {
    language: languageOf(exceptions),
    exceptions,
    ...roots(exceptions),
  });
}

// multiprocessing.pool.RemoteTraceback: · billiard.einfo.ExceptionWithTraceback: — with a traceback in quotes below
function quotedBy(lines: Line[], from: number): string | undefined {
  const type = /^\s*((?:[\w]+\.)*(?:RemoteTraceback|ExceptionWithTraceback|RemoteError)): ?$/.exec(
    (lines[from] as Line).text,
  )?.[1];
  return type !== undefined && /^\s*(?:"""|''')/.test(lines[from + 1]?.text ?? '') ? type : undefined;
}

function readQuoted(lines: Line[], from: number, type: string): Reading | undefined {
  const found = readChain(lines, skip(lines, from + 1));
  if (found === undefined) return undefined;
  const { trace, next } = found;
  const { at } = lines[from] as Line;
  const exceptions: Exception[] = [{ type, message: '', frames: [], at }, ...trace.exceptions];
  const shifted = {
    reported: trace.reported + 1,
    root: trace.root + 1,
    alternatives: trace.alternatives.map((index) => index + 1),
  };
  return { next, trace: { ...trace, ...shifted, exceptions, span: [at, trace.span[1]] } };
}

const QUOTES = /^\s*(?:"""|''')$/;
const startsBlock = (text = '') => text.includes(HEADER) || frameOf(text) !== undefined;

/** Follows explicit causes up from the last exception; what was merely being handled is an alternative. */
function roots(exceptions: Exception[]) {
  const reported = exceptions.length - 1;
  let root = reported;
  while (root > 0 && (exceptions[root - 1]?.relation === 'cause' || exceptions[root]?.type === '')) root--;
  const others = exceptions.map((_, index) => index).filter((index) => index !== root && index !== reported);
  return { reported, root, alternatives: others.reverse() };
}

function linkAt(text = '') {
  const start = text.trimStart();
  if (start.startsWith(LINKS.cause)) return 'cause';
  return start.startsWith(LINKS.context) ? 'context' : undefined;
}

/** Skips blank lines and the quotes in which a worker's traceback is sent to its parent. */
function skip(lines: Line[], from: number): number {
  let index = from;
  while (index < lines.length && index - from < 4 && /^\s*(?:"""|''')?$/.test(lines[index]?.text ?? ''))
    index++;
  return index;
}

// Monitors print every language's frames as Python does.
const EXTENSIONS: Record<string, string> = {
  rb: 'ruby',
  erb: 'ruby',
  php: 'php',
  js: 'javascript',
  ts: 'javascript',
  jsx: 'javascript',
  tsx: 'javascript',
};

function languageOf(exceptions: Exception[]): string {
  const counts = exceptions.flatMap((exception) =>
    exception.frames.map((frame) => /\.(\w{2,4})$/.exec(frame.file ?? '')?.[1] ?? 'py'),
  );
  const foreign = counts.find((extension) => EXTENSIONS[extension] !== undefined);
  return foreign !== undefined && !counts.includes('py') ? (EXTENSIONS[foreign] as string) : 'python';
}
