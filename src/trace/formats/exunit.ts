import { type Format, reading } from '../format.ts';
import type { Line } from '../line.ts';
import { elixir } from './elixir.ts';
import { frameOf } from './elixir/frame.ts';
import { readReport } from '../report.ts';
import { endOf, told } from '../said.ts';

/** ExUnit's report of one failed test: a numbered title, its place, then the error or the failed assertion. */
export const exunit: Format = {
  id: 'exunit',
  language: 'elixir',
  hint: ') test |) doctest |) property ',
  read(lines, from) {
    if (!TITLE.test(`${lines[from]?.text}\n${lines[from + 1]?.text}`.slice(0, 800))) return undefined;
    // It ends at the next title or at the summary.
    const end = endOf(
      lines,
      from + 1,
      /^(?!\s*(?:\d+\) (?:test|doctest|property) |Finished in |\d+ tests?, |Randomized with))/,
    );
    const thrown = endOf(lines, from + 1, /^(?!.*\*\* \()/);
    return thrown < end ? withStack(lines, from, thrown, end) : assertion(lines, from, end);
  },
};

//   1) test adds prices (BasketTest)
//      basket_test.exs:8
const TITLE =
  /^\s*\d+\) (?:test|doctest|property) .{1,300} \([A-Z][\w.]*\)(?: \S{1,300}\.exs:\d+\n|\n\s*[^\s:]{1,300}\.exs?:\d+$)/;

/** `** (KeyError) message`: the frames stand under `stacktrace:`, below the code of the assertion. */
function withStack(lines: Line[], from: number, head: number, end: number) {
  const found = elixir.read(lines.slice(0, end), head);
  if (found === undefined) return undefined;
  const root = found.trace.exceptions[found.trace.root];
  if (root?.frames.length === 0) root.frames = readReport(lines, head, end, frameOf).frames;
  return reading(lines, from, end, found.trace);
}

/** The first line below the place is what failed. */
function assertion(lines: Line[], from: number, end: number) {
  const head = endOf(lines, from + 1, /^\s*(?:[^\s:]{1,300}\.exs?:\d+)?$/);
  if (head >= end) return undefined;
  const report = readReport(lines, head, end, frameOf, (text) => !/^\s*stacktrace:$/.test(text));
  return told(lines, from, end, report);
}
