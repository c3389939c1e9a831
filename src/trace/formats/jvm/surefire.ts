import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { groupsResult } from '../../pattern-table.ts';

const MAX_ABOVE = 100;
const MAX_REPORT = 400;

/** The summary that Maven's Surefire prints of failed tests, a line each. */
export const surefire: Format = {
  id: 'surefire',
  language: languages.java,
  triggers: [' » ', 'xpected', 'but was', 'ssert'],
  parse(lines, from) {
    const groups = FAILURE.exec(textAt(lines, from).slice(0, 4000))?.groups;
    return groups === undefined || !isInSummary(lines, from) || hasReport(lines, from)
      ? undefined
      : groupsResult(lines, from, from + 1, groups);
  },
};

//   CartTest.addsTax:14 expected: <120> but was: <119>
//   CartTest.loads:22->load:9 » NullPointer Cannot invoke "Cart.total()" because "cart" is null
const FAILURE =
  /^(?:\[ERROR\])?\s+(?:[\w$]{1,400}\.){1,12}\w{1,400}(?::\d{1,7})?(?:->[\w$.:]{1,400}){0,20} (?:» (?<type>[A-Z]\w{0,400}) ?)?(?<message>.*)$/;
const TITLE = /^(?:\[ERROR\] ?)?(?:Failures|Errors|Failed tests|Tests in error): *$/;

/** Whether the tests' own reports stand above: `CartTest.loads -- Time elapsed: 0.1 s <<< ERROR!`. */
const hasReport = (lines: Line[], from: number) =>
  lines.slice(Math.max(0, from - MAX_REPORT), from).some(({ text }) => text.includes('<<< '));

/** Whether a title stands above with nothing but such lines between. */
function isInSummary(lines: Line[], from: number): boolean {
  for (let index = from - 1; index >= 0 && index > from - MAX_ABOVE; index--) {
    const text = textAt(lines, index);
    if (TITLE.test(text)) return true;
    if (!/^(?:\[ERROR\])?\s+\S/.test(text)) return false;
  }
  return false;
}
