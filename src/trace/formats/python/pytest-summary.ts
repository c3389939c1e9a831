import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { groupsResult } from '../../pattern-table.ts';
import { splitHeader } from '../../test-report.ts';

const MAX_ABOVE = 400;

/** pytest's short summary where it is all that was pasted: a line for each test, a trace each. */
export const pytestSummary: Format = {
  id: 'pytest-summary',
  language: languages.python,
  triggers: ['FAILED ', 'ERROR '],
  parse(lines, from) {
    const groups = SUMMARY.exec(textAt(lines, from).slice(0, 4000))?.groups;
    if (groups === undefined || hasReport(lines, from)) return undefined;
    const { file, name, message = '' } = groups;
    return groupsResult(lines, from, from + 1, {
      language: 'python',
      file,
      name,
      ...splitHeader(message, (type) => /^[A-Z_]|\./.test(type)),
    });
  },
};

// FAILED tests/test_cart.py::TestCart::test_total[1-2] - KeyError: 'x' · ERROR tests/test_db.py - ModuleNotFoundError: …
const SUMMARY = /^\s*(?:FAILED|ERROR) (?<file>\S{1,400}?\.py)(?:::(?<name>\S.{0,400}?))? - (?<message>\S.*)$/;

/** Whether the report above told of the tests. */
const hasReport = (lines: Line[], from: number) =>
  lines.slice(Math.max(0, from - MAX_ABOVE), from).some(({ text }) => /^E {2,}\S/.test(text));
