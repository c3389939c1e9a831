import { type Format, reading } from '../format.ts';
import type { Line } from '../line.ts';
import { elixir } from './elixir.ts';
import { frameOf } from './elixir/frame.ts';
import type { Frame } from '../types.ts';

const MAX_LINES = 200;

/** ExUnit's report of one failed test: a numbered title, its place, then the error or the failed assertion. */
export const exunit: Format = {
  id: 'exunit',
  language: 'elixir',
  hint: ') test |) doctest |) property ',
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (
      !TITLE.test(text.slice(0, 400)) ||
      !(text.includes('.exs:') || PLACE.test(lines[from + 1]?.text ?? ''))
    )
      return undefined;
    const end = endOf(lines, from);
    for (let index = from + 1; index < end; index++) {
      if (!(lines[index] as Line).text.includes('** (')) continue;
      return withStack(lines, from, index, end);
    }
    return assertion(lines, from, end);
  },
};

//   1) test adds prices (BasketTest)
const TITLE = /^\s*\d+\) (?:test|doctest|property) .{1,300} \([A-Z][\w.]*\)(?: \S{1,300}\.exs:\d+)?$/;
//      basket_test.exs:8
const PLACE = /^\s*[^\s:]{1,300}\.exs?:\d+$/;
const STACK = /^\s*stacktrace:$/;

/** A report ends at the next title or at the summary. */
function endOf(lines: Line[], from: number): number {
  let index = from + 1;
  let end = index;
  for (; index < lines.length && index < from + MAX_LINES; index++) {
    const { text } = lines[index] as Line;
    if (TITLE.test(text.slice(0, 400)) || /^\s*(?:Finished in |\d+ tests?, |Randomized with)/.test(text))
      break;
    if (text.trim() !== '') end = index + 1;
  }
  return end;
}

/** `** (KeyError) message`: the frames stand under `stacktrace:`, below the code of the assertion. */
function withStack(lines: Line[], from: number, head: number, end: number) {
  const found = elixir.read(lines.slice(0, end), head);
  if (found === undefined) return undefined;
  const root = found.trace.exceptions[found.trace.root];
  if (root !== undefined && root.frames.length === 0) root.frames = framesIn(lines, head + 1, end);
  return { next: end, trace: { ...found.trace, span: reading(lines, from, end, found.trace).trace.span } };
}

/** The first line below the place is what failed. */
function assertion(lines: Line[], from: number, end: number) {
  let head = from + 1;
  while (head < end && (PLACE.test((lines[head] as Line).text) || (lines[head] as Line).text.trim() === ''))
    head++;
  if (head >= end) return undefined;
  const said: string[] = [];
  for (let index = head; index < end && !STACK.test((lines[index] as Line).text); index++)
    said.push((lines[index] as Line).text.trim());
  const exceptions = [
    {
      type: 'error',
      message: said.join('\n').trim(),
      frames: framesIn(lines, head, end),
      at: (lines[head] as Line).at,
    },
  ];
  return reading(lines, from, end, {
    exceptions,
    reported: 0,
    root: 0,
  });
}

function framesIn(lines: Line[], from: number, to: number): Frame[] {
  const frames: Frame[] = [];
  let isStack = false;
  for (let index = from; index < to; index++) {
    const { text, at } = lines[index] as Line;
    if (STACK.test(text)) isStack = true;
    const frame = isStack ? frameOf(text) : undefined;
    if (frame !== undefined) frames.push({ ...frame, at });
  }
  return frames;
}
