import { languages } from '../../languages.ts';
import { type Format, parseResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { elixir } from '../elixir.ts';
import { parseElixirFrame } from './frame.ts';
import { parseTestReport } from '../../test-report.ts';
import { skipMatching, groupsResult } from '../../pattern-table.ts';

/** ExUnit's report of one failed test: a numbered title, its place, then the error or the failed assertion. */
export const exunit: Format = {
  id: 'exunit',
  language: languages.elixir,
  triggers: [') test ', ') doctest ', ') property '],
  lineStarts: { inside: ['\\d{1,3}\\) test '] },
  parse(lines, from) {
    if (!TITLE.test(`${lines[from]?.text}\n${lines[from + 1]?.text}`.slice(0, 2000))) return undefined;
    // It ends at the next title or at the summary.
    const end = skipMatching(
      lines,
      from + 1,
      /^(?!\s*(?:\d+\) (?:test|doctest|property) |Finished in |\d+ tests?, |Randomized with))/,
    );
    const thrown = skipMatching(lines, from + 1, /^(?!.*\*\* \()/);
    return thrown < end ? withStack(lines, from, thrown, end) : assertion(lines, from, end);
  },
};

//   1) test adds prices (BasketTest)
//      basket_test.exs:8
const TITLE =
  /^\s*\d+\) (?:test|doctest|property) .{1,400} \([A-Z][\w.]*\)(?: \S{1,400}\.exs:\d+\n|\n\s*[^\s:]{1,400}\.exs?:\d+$)/;

/** `** (KeyError) message`: the frames stand under `stacktrace:`, below the code of the assertion. */
function withStack(lines: Line[], from: number, head: number, end: number) {
  const found = elixir.parse(lines.slice(0, end), head);
  if (found === undefined) return undefined;
  const root = found.trace.exceptions[found.trace.root];
  if (root?.frames.length === 0) root.frames = parseTestReport(lines, head, end, parseElixirFrame).frames;
  return parseResult(lines, from, end, found.trace);
}

/** The first line below the place is what failed. */
function assertion(lines: Line[], from: number, end: number) {
  const head = skipMatching(lines, from + 1, /^\s*(?:[^\s:]{1,400}\.exs?:\d+)?$/);
  if (head >= end) return undefined;
  const report = parseTestReport(
    lines,
    head,
    end,
    parseElixirFrame,
    (text) => !/^\s*stacktrace:$/.test(text),
  );
  return groupsResult(lines, from, end, report);
}
