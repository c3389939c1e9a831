import { append } from '../append.ts';
import { languages } from '../languages.ts';
import { parseMessageAndFrames, type StackRules } from '../message-and-frames.ts';
import { parseChain } from '../parse-chain.ts';
import { parseTool } from './ruby/tool.ts';
import { type Format, parseResult, type ParseResult, exceptionResult } from '../format.ts';
import { type Line, textAt } from '../line.ts';
import { toLocation } from '../location.ts';
import { findLine, parseFrames, skipLines } from '../find-lines.ts';
import { parseFromFrame, parseRubyFrame, parseRubyHeader } from './ruby/frame.ts';
import { parseRailsChain } from './ruby/rails.ts';

const LOOKAHEAD = 30;

/** Ruby's trace in both orders, and Rails' log of it. */
export const ruby: Format = {
  id: 'ruby',
  language: languages.ruby,
  triggers: [
    'syntax error',
    ' (',
    'ould not find ',
    'to build task',
    'ERROR: ',
    'Liquid',
    'An error occurred while ',
    '[!]',
  ],
  lookahead: { triggers: [':in ', 'from ', '.rb:'], lines: 31 },
  lineStarts: {
    frames: ['from '],
    // rake aborted! · ActiveRecord::RecordNotFound (text):
    inside: ['rake aborted!', '[A-Z]\\w{1,80}(?:::[A-Z]\\w{1,80}){1,5} \\('],
  },
  collapsed: [
    {
      // a.rb:1:in `f': message (KeyError) from a.rb:2:in `g'
      // Rails names a gem before each: actionpack (7.0.4) lib/a.rb
      signs: [':in '],
      frame: /(?<!\(\d[\w.]{1,20}\) )(?:\d+: )?(?:from )?\S{1,400}:\d+:in [`'"]/,
      lineStart: /(?<=\s\([A-Z][\w:]{1,400}\):?\s)/,
      before: /^\s*(?:from )?(?:[A-Za-z]:)?[\\/][^:'"`()]{0,400}$/,
    },
  ],
  logTriggers: ['Errno::', '.rb:', ':in `', ":in '"],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (text.includes('Traceback (most recent call last)')) return parseReversed(lines, from);
    return (
      parseBlocks(lines, from) ??
      parseRailsChain(lines, from) ??
      parseTool(lines, from) ??
      parseSyntax(lines, from) ??
      parseHeadlessStack(lines, from)
    );
  },
};

const parseBlocks = (lines: Line[], from: number) =>
  parseChain(lines, from, (index) => {
    const { text, inputLine } = lines[index] as Line;
    const head = parseRubyHeader(text);
    if (head === undefined) return undefined;
    const body = parseMessageAndFrames(lines, index + 1, head.message, rules);
    // An excerpt of the source stands behind a blank line.
    const message = body.message.split(/\n\s*\n/, 1)[0] ?? '';
    const frames = [{ ...head.place, inputLine }, ...body.frames];
    return exceptionResult(lines, index, body.next, { type: head.type, message, frames });
  });

const isElided = (text: string) => /^\s*\.{3} ?\d+ levels\.{3}/.test(text);

const rules: StackRules = {
  parseFrameLine: parseFromFrame,
  isSkippable: isElided,
  continuesAt: (lines, index, hasFrames) =>
    parseRubyHeader(textAt(lines, index)) === undefined &&
    findLine(lines, index + 1, index + (hasFrames ? 2 : LOOKAHEAD), parseFromFrame) !== undefined,
};

/** `Traceback (most recent call last):`, numbered frames, then the head: the newest call last. */
function parseReversed(lines: Line[], from: number): ParseResult | undefined {
  const isPassed = (text: string, index: number) =>
    isElided(text) || (text.trim() === '' && /^\s*(?:\d+: )?from |:in /.test(textAt(lines, index + 1)));
  const numberedOf = (text: string) => parseFromFrame(text.replace(/^\s*\d+: /, ''));
  const { frames, next } = parseFrames(lines, from + 1, numberedOf, isPassed);
  const head = parseBlocks(lines, next);
  if (frames.length === 0 && head === undefined) return undefined;
  const { inputLine } = lines[from] as Line;
  const exceptions = head?.trace.exceptions ?? [{ type: '', message: '', frames: [], inputLine }];
  if (exceptions[0] !== undefined) append(exceptions[0].frames, frames.reverse());
  return parseResult(lines, from, head?.next ?? next, { exceptions });
}

// a.rb:3: syntax error, unexpected end-of-input
function parseSyntax(lines: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const groups =
    /^\s*(?:\S+: )?(?<file>\S.{0,400}?):(?<line>\d+): (?<message>syntax errors? .*|syntax error, .*?)(?: \((?<type>SyntaxError)\))?$/.exec(
      text.slice(0, 2000),
    )?.groups;
  if (groups === undefined || /\.(?:go|py|php|c|cpp|java)$/.test(groups['file'] ?? '')) return undefined;
  const next = skipLines(lines, from + 1, from + 20, (text) =>
    /^(?:\s*[>|]|\s*\d+ \||\s+\S|\.{3} |\s*\^)/.test(text),
  );
  const { type = 'error', message = '' } = groups;
  return exceptionResult(lines, from, next, {
    type,
    message,
    frames: [{ ...toLocation(groups), inputLine }],
  });
}

/** A paste that begins with frames: `from` lines, or two places with a method. */
function parseHeadlessStack(lines: Line[], from: number): ParseResult | undefined {
  const isSure = parseFromFrame(textAt(lines, from)) !== undefined;
  const { frames, next } = parseFrames(lines, from, isSure ? parseFromFrame : parsePlainFrame);
  return frames.length < (isSure ? 1 : 2)
    ? undefined
    : exceptionResult(lines, from, next, { type: '', message: '', frames });
}

// /srv/app/cart.rb:3:in `total'
const parsePlainFrame = (text: string) =>
  /\.(?:rb|rake|erb|haml):\d+:in [`']/.test(text) ? parseRubyFrame(text) : undefined;
