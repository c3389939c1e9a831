import { defineLanguage } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { patternTable } from '../pattern-table.ts';
import { toAppFrame } from '../location.ts';
import { findLine, skipEmptyLines, skipLines } from '../find-lines.ts';

const MAX_BOX = 60;
const MAX_SOURCE = 12;

/** Terraform and OpenTofu: the box around an error, with or without its sides. */
export const terraform: Format = {
  id: 'terraform',
  language: defineLanguage({ id: 'terraform', endings: ['.tf'], isTool: true }),
  triggers: ['Error: ', 'Error applying', 'Error refreshing', 'Error running'],
  parse(lines, from) {
    const old = parseOld(lines, from);
    if (old !== undefined) return old;
    const first = bare(lines[from]);
    const title = HEAD.exec(first)?.groups?.['title'];
    if (title === undefined) return undefined;
    const isBoxed = (lines[from] as Line).text.startsWith('│') || TOP.test(lines[from - 1]?.text ?? '');
    const end = isBoxed ? boxEnd(lines, from + 1) : openEnd(lines, from + 1);
    const place = findLine(lines, from + 1, end, (_, index) => LOCATION.test(bare(lines[index])));
    if (!isBoxed && place === undefined) return undefined;
    const said: string[] = [title];
    for (let index = from + 1; index < end; index++) {
      const text = bare(lines[index]);
      if (!SOURCE.test(text)) said.push(text.trimEnd());
    }
    const { file, line } =
      (place === undefined ? undefined : LOCATION.exec(bare(lines[place]))?.groups) ?? {};
    const frames =
      file === undefined || place === undefined
        ? []
        : [toAppFrame((lines[place] as Line).inputLine, file, line)];
    const message = said
      .join('\n')
      .replace(/\n{2,}/g, '\n')
      .trim();
    const next = BOTTOM.test(lines[end]?.text ?? '') ? end + 1 : end;
    return exceptionResult(lines, from, next, { message, frames });
  },
};

// Terraform up to 0.11 lists the errors.
const parseOld = patternTable([
  // Error applying plan:
  //
  // 1 error(s) occurred:
  //
  // * aws_instance.web: Error launching source instance
  [
    /^(?:Error: )?Error (?:applying plan|refreshing state|running plan):\n{1,2}\d+ error(?:\(s\)|s?) occurred:\n{1,2}\* (?<message>\S.*)/,
    { lineCount: 6, messageLines: /^(?:\t|\s{2,})\S/, linesBelow: /^\s*\* \S/ },
  ],
]);

const TOP = /^\s*╷\s*$/;
const BOTTOM = /^\s*╵\s*$/;
// Error: Reference to undeclared resource
const HEAD = /^\s*Error: (?<title>\S.{0,4000})$/;
//   on main.tf line 12, in resource "aws_instance" "web":
const LOCATION =
  /^\s+on (?<file>\S.{0,400}\.(?:tf|tofu|tfvars|tf\.json|hcl)) line (?<line>\d+)(?:, in .{1,400}|):$/;
// The place, the object, and the source with its values.
const SOURCE = /^\s+(?:on \S.{0,400} line \d+(?:, in .{1,400})?:|with \S{1,400},|\d+: |├─{2,}|│ \S)/;

/** A line without the side of its box. */
const bare = (line: Line | undefined) => (line?.text ?? '').replace(/^│ ?/, '').slice(0, 4000);

const boxEnd = (lines: Line[], from: number) =>
  lines[from - 1]?.text.startsWith('│')
    ? skipLines(lines, from, from + MAX_BOX, (text) => text.startsWith('│'))
    : skipLines(
        lines,
        from,
        from + MAX_BOX,
        (text) => !BOTTOM.test(text) && !TOP.test(text) && !/^(?:Error|Warning): /.test(text),
      );

/** Without a box, as in a log: the place, its source, and one paragraph below. */
function openEnd(lines: Line[], from: number): number {
  const place = findLine(
    lines,
    from,
    from + MAX_SOURCE,
    (text) => LOCATION.test(text),
    (text) => HEAD.test(text),
  );
  if (place === undefined) return from;
  const source = skipLines(lines, place + 1, place + MAX_SOURCE, (text) => SOURCE.test(text));
  const paragraph = skipEmptyLines(lines, source, 2);
  return skipLines(
    lines,
    paragraph,
    paragraph + MAX_SOURCE,
    (text) => text.trim() !== '' && !HEAD.test(text),
  );
}
