import { escapeHtml } from '../guide/code-html.ts';
import { lineParts } from '../paste/view/line-parts.ts';

/** A line of a test's output; `tells` where it says how the test ended. */
export type PrintedLine = { text: string; tells: boolean };

// `--- FAIL: TestX` · `E       AssertionError: …` · `AssertionError [ERR_ASSERTION]: …` · `Exception in thread "main" …` · `not ok 1 - …`
const FAILS =
  /^(?:--- FAIL|E {2,}\S|\s*(?:[\w.$]{0,80}(?:Error|Exception|Failed)\b.*: |Exception in thread|not ok|thread '.*' panicked|assertion ))/;
// `ok  \tshop/test\t0.000s` · `1 passed in 0.00s` · `# pass 2` · `test result: ok. 2 passed` · `OK (2 tests)` · `BUILD SUCCESSFUL`
const PASSES = /^ok\s|\b(?:[1-9]\d* (?:\w+ )?pass(?:ed|ing)?|pass [1-9]\d*|OK\b|BUILD SUCCESS\w*)/;

/** Lines of a test's output that are shown; a longer one is shortened, and linked whole. */
export const MOST_PRINTED = 8;

/** Whether a test's output is too long to be shown whole. */
export function isLongOutput(output: string): boolean {
  return output.trimEnd().split('\n').length > MOST_PRINTED;
}

/** What a test printed, with the lines that tell how it ended. */
export function printedLines(output: string): PrintedLine[] {
  const lines = output.trimEnd().split('\n');
  const isFailing = lines.some((line) => FAILS.test(line));
  return lines.map((text) => ({ text, tells: (isFailing ? FAILS : PASSES).test(text) }));
}

/**
 * Shortens a long output to its first line, those that tell with some around them, and its last; `⋯` marks a cut.
 * @param most lines that are not yet too long
 * @param around lines kept before and after one that tells
 */
export function shortenPrinted(lines: PrintedLine[], most: number, around: number): PrintedLine[] {
  if (lines.length <= most) return lines;
  const isKept = lines.map(
    (_, i) =>
      i === 0 ||
      i === lines.length - 1 ||
      lines.slice(Math.max(0, i - around), i + around + 1).some(({ tells }) => tells),
  );
  return lines.flatMap((line, i) => {
    if (isKept[i]) return line;
    return isKept[i - 1] ? { text: '⋯', tells: false } : [];
  });
}

/** Printed lines as HTML for a `<pre>`. */
export function printedHtml(lines: PrintedLine[]): string {
  return lines
    .map(({ text, tells }) => (tells && text ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text)))
    .join('\n');
}

/** A line of a listing as HTML: what a note speaks of and what decides is tinted, time stamps are soft. */
export function lineHtml(text: string, marked?: readonly string[], deciding?: readonly string[]): string {
  return lineParts(text, marked, deciding)
    .map(({ text, look }) => {
      const html = escapeHtml(text);
      if (look === 'decides') return `<mark class="decides">${html}</mark>`;
      return look === 'mark' ? `<mark>${html}</mark>` : look === 'soft' ? `<i>${html}</i>` : html;
    })
    .join('');
}
