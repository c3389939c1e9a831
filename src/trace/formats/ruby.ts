import { readBody, type Rules } from '../body.ts';
import { readChain } from '../chain.ts';
import { type Format, reading, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { toPlace } from '../place.ts';
import { findLine, readFrames, skipLines } from '../search.ts';
import { fromFrameOf, headOf } from './ruby/frame.ts';
import { readRailsChain } from './ruby/rails.ts';
import { readTool } from './ruby/tool.ts';

const LOOKAHEAD = 30;

/** Ruby's trace in both orders, and Rails' log of it. */
export const ruby: Format = {
  id: 'ruby',
  language: 'ruby',
  hint: ':in |syntax error| (|from |ould not find |to build task|ERROR: |Liquid|[!]',
  ahead: { hint: ':in |from |.rb:', reach: 31 },
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

const readBlocks = (lines: Line[], from: number) =>
  readChain(lines, from, (index) => {
    const { text, at } = lines[index] as Line;
    const head = headOf(text);
    if (head === undefined) return undefined;
    const body = readBody(lines, index + 1, head.message, rules);
    // An excerpt of the source stands behind a blank line.
    const message = body.message.split(/\n\s*\n/, 1)[0] ?? '';
    const frames = [{ ...head.place, at }, ...body.frames];
    return single(lines, index, body.next, { type: head.type, message, frames });
  });

const isElided = (text: string) => /^\s*\.{3} ?\d+ levels\.{3}/.test(text);

const rules: Rules = {
  placeOf: fromFrameOf,
  isPassed: isElided,
  goesOn: (lines, index, hasFrames) =>
    headOf((lines[index] as Line).text) === undefined &&
    findLine(lines, index + 1, index + (hasFrames ? 2 : LOOKAHEAD), fromFrameOf) !== undefined,
};

/** `Traceback (most recent call last):`, numbered frames, then the head: the newest call last. */
function readReversed(lines: Line[], from: number): Reading | undefined {
  const isPassed = (text: string, index: number) =>
    isElided(text) || (text.trim() === '' && /^\s*(?:\d+: )?from |:in /.test(lines[index + 1]?.text ?? ''));
  const numberedOf = (text: string) => fromFrameOf(text.replace(/^\s*\d+: /, ''));
  const { frames, next } = readFrames(lines, from + 1, numberedOf, isPassed);
  if (frames.length === 0) return undefined;
  const head = readBlocks(lines, next);
  const { at } = lines[from] as Line;
  const exceptions = head?.trace.exceptions ?? [{ type: '', message: '', frames: [], at }];
  exceptions[0]?.frames.push(...frames.reverse());
  return reading(lines, from, head?.next ?? next, { exceptions });
}

// a.rb:3: syntax error, unexpected end-of-input
function readSyntax(lines: Line[], from: number): Reading | undefined {
  const { text, at } = lines[from] as Line;
  const groups =
    /^\s*(?:\S+: )?(?<file>\S.{0,300}?):(?<line>\d+): (?<message>syntax errors? .*|syntax error, .*?)(?: \((?<type>SyntaxError)\))?$/.exec(
      text.slice(0, 1000),
    )?.groups;
  if (groups === undefined || /\.(?:go|py|php|c|cpp|java)$/.test(groups['file'] ?? '')) return undefined;
  const next = skipLines(lines, from + 1, from + 20, (text) =>
    /^(?:\s*[>|]|\s*\d+ \||\s+\S|\.{3} |\s*\^)/.test(text),
  );
  const { type = 'error', message = '' } = groups;
  return single(lines, from, next, { type, message, frames: [{ ...toPlace(groups), at }] });
}

/** A paste that begins with `from` lines. */
function readCut(lines: Line[], from: number): Reading | undefined {
  const { frames, next } = readFrames(lines, from, fromFrameOf);
  return frames.length === 0 ? undefined : single(lines, from, next, { type: '', message: '', frames });
}
