import { type Format, reading, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import type { Exception } from '../types.ts';
import { frameOf, headFrame } from './ruby/frame.ts';
import { readRailsChain } from './ruby/rails.ts';
import { readTool } from './ruby/tool.ts';

const LOOKAHEAD = 30;

/** Ruby's trace in both orders, and Rails' log of it. */
export const ruby: Format = {
  id: 'ruby',
  language: 'ruby',
  hint: /:\d+:in |:\d+: syntax error| \([A-Z][\w:]*\)$|^\s*(?:\[[\w-]{8,64}\] )?[A-Z]\w*(?:::\w+)+ \(|rake aborted!|^\s+\S+ at \S+\.rb:\d+$|Could not find |could not find |Don't know how to build task|^\s*ERROR: {1,2}(?:Error installing|Could not find|Failed to build|While executing) |Liquid Exception: |^\[!\] /,
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (text.includes('Traceback (most recent call last)')) return readReversed(lines, from);
    return (
      readBlocks(lines, from) ??
      readRailsChain(lines, from) ??
      readTool(lines, from) ??
      readSyntax(lines, from) ??
      readCut(lines, from)
    );
  },
};

// /srv/a.rb:3:in `f': message (ArgumentError)
function headOf(
  text: string,
): { type: string; message: string; frame: ReturnType<typeof headFrame> } | undefined {
  const frame = headFrame(text);
  if (frame === undefined) return undefined;
  const type = /^(.*?) ?\(([A-Z][\w:]{0,200})\)$/.exec(frame.rest.slice(-4000));
  if (type?.[2] !== undefined) return { type: type[2], message: type[1] ?? '', frame };
  // The class stands behind the first line of the message; without any it is an unhandled exception.
  if (frame.rest === 'unhandled exception') return { type: 'RuntimeError', message: '', frame };
  // Without a message the class stands alone.
  return /^[A-Z]\w*(?:::[A-Z]\w*)*$/.test(frame.rest) ? { type: frame.rest, message: '', frame } : undefined;
}

function readBlocks(lines: Line[], from: number): Reading | undefined {
  const exceptions: Exception[] = [];
  let index = from;
  let end = from;
  while (index < lines.length) {
    const line = lines[index] as Line;
    const head = headOf(line.text);
    if (head?.frame === undefined) break;
    const { rest: _, ...place } = head.frame;
    const exception: Exception = {
      type: head.type,
      message: head.message,
      frames: [{ ...place, at: line.at }],
      at: line.at,
    };
    if (exceptions.length > 0) exception.relation = 'cause';
    exceptions.push(exception);
    end = readFrames(lines, index + 1, exception);
    index = end;
    while (index < lines.length && index < end + 2 && (lines[index] as Line).text.trim() === '') index++;
  }
  if (exceptions.length === 0) return undefined;
  return reading(lines, from, end, { exceptions });
}

/** The rest of the message, the excerpt of source, and `from` lines. */
function readFrames(lines: Line[], from: number, exception: Exception): number {
  let end = from;
  let isMessage = true;
  for (let index = from; index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
    const frame = /^\s*from /.test(text) ? frameOf(text) : undefined;
    if (frame !== undefined) {
      exception.frames.push({ ...frame, at });
      end = index + 1;
    } else if (/^\s*\.{3} ?\d+ levels\.{3}/.test(text)) end = index + 1;
    else if (headOf(text) !== undefined) break;
    else if (
      (exception.frames.length > 1 && !(exception.frames.length < 4 && framesNext(lines, index))) ||
      index - from > LOOKAHEAD
    )
      break;
    else {
      // Frames before another line of the message were the message's own.
      exception.frames.length = 1;
      if (text.trim() === '') isMessage = false;
      if (!isMessage) continue;
      if (!framesFollow(lines, index)) break;
      exception.message += `\n${text}`;
      end = index + 1;
    }
  }
  return end;
}

const framesNext = (lines: Line[], index: number) =>
  (lines[index] as Line).text.trim() !== '' && /^\s*from /.test(lines[index + 1]?.text ?? '');

function framesFollow(lines: Line[], from: number): boolean {
  for (let index = from + 1; index < lines.length && index < from + LOOKAHEAD; index++) {
    const { text } = lines[index] as Line;
    if (/^\s*from /.test(text) && frameOf(text) !== undefined) return true;
  }
  return false;
}

/** `Traceback (most recent call last):`, numbered frames, then the head: the newest call last. */
function readReversed(lines: Line[], from: number): Reading | undefined {
  const frames: Exception['frames'] = [];
  let index = from + 1;
  for (; index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
    if (text.trim() === '' && /^\s*(?:\d+: )?from |:in /.test(lines[index + 1]?.text ?? '')) continue;
    const frame = /^\s*(?:\d+: )?from /.test(text) ? frameOf(text.replace(/^\s*\d+: /, '')) : undefined;
    if (frame === undefined && !/^\s*\.{3} ?\d+ levels\.{3}/.test(text)) break;
    if (frame !== undefined) frames.unshift({ ...frame, at });
  }
  if (frames.length === 0) return undefined;
  const head = readBlocks(lines, index);
  const exceptions = head?.trace.exceptions ?? [
    { type: '', message: '', frames: [], at: (lines[from] as Line).at },
  ];
  (exceptions[0] as Exception).frames.push(...frames);
  return reading(lines, from, head?.next ?? index, { exceptions });
}

// a.rb:3: syntax error, unexpected end-of-input
function readSyntax(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match =
    /^\s*(?:\S+: )?(\S.{0,300}?):(\d+): (syntax errors? .*|syntax error, .*?)(?: \((SyntaxError)\))?$/.exec(
      line.text.slice(0, 1000),
    );
  if (match?.[1] === undefined || /\.(?:go|py|php|c|cpp|java)$/.test(match[1])) return undefined;
  let next = from + 1;
  while (
    next < lines.length &&
    next < from + 20 &&
    /^(?:\s*[>|]|\s*\d+ \||\s+\S|\.{3} |\s*\^)/.test((lines[next] as Line).text)
  )
    next++;
  const frames: Exception['frames'] = [
    { file: match[1], line: Number(match[2]), origin: 'app', at: line.at },
  ];
  return single(lines, from, next, {
    type: match[4] ?? 'error',
    message: match[3] ?? '',
    frames,
  });
}

/** A paste that begins with `from` lines. */
function readCut(lines: Line[], from: number): Reading | undefined {
  if (!/^\s*from /.test((lines[from] as Line).text)) return undefined;
  const exception: Exception = { type: '', message: '', frames: [], at: (lines[from] as Line).at };
  let index = from;
  for (
    let frame = frameOf((lines[index] as Line).text);
    frame !== undefined;
    frame = frameOf(lines[++index]?.text ?? '')
  ) {
    exception.frames.push({ ...frame, at: (lines[index] as Line).at });
  }
  return exception.frames.length === 0 ? undefined : reading(lines, from, index, { exceptions: [exception] });
}
