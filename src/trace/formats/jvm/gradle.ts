import { type Format, parseResult, type ParseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import type { Line } from '../../line.ts';
import { toAppFrame } from '../../location.ts';
import { patternTable } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';

/** Gradle's report of a failed build and its short form of a failed test. */
export const gradle: Format = {
  id: 'gradle',
  language: languages.java,
  triggers: ['went wrong', ' at '],
  lineStarts: { inside: ['\\* What went wrong:', '\\* Try:', 'BUILD FAILED'] },
  parse(lines, from) {
    return parseFailure(lines, from) ?? parseShort(lines, from);
  },
};

const parseFailure = patternTable([
  // * What went wrong:
  // Execution failed for task ':compileJava'.
  // > Compilation failed; see the compiler error output for details.
  [
    /^[*-] What went wrong:\n(?<message>Execution failed for task.*\n> (?:Compilation (?:failed|error)|There were failing tests|A failure occurred while executing org\.jetbrains\.kotlin).*)/,
    { lineCount: 3, messageLines: /^(?!\s*(?:[*-] (?:Try|Where|Exception)|$))/, refersTo: 'previous' },
  ],
  [
    /^[*-] What went wrong:\n(?<message>.+)/,
    { lineCount: 2, messageLines: /^(?!\s*(?:[*-] (?:Try|Where|Exception)|$))/ },
  ],
]);

// CartTest > empty cart FAILED
//     java.lang.IllegalStateException at CartTest.java:24
//         Caused by: java.io.IOException at Feed.java:9
/** Gradle's short form of a failed test. */
function parseShort(lines: Line[], from: number): ParseResult | undefined {
  if (!lines[from - 1]?.text.endsWith(' FAILED')) return undefined;
  const exceptions: Exception[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const { text: below, inputLine } = lines[next] as Line;
    const [, type, file, line] = SHORT.exec(below.slice(0, 2000)) ?? [];
    if (type === undefined || file === undefined) break;
    const frames = [toAppFrame(inputLine, file, line)];
    exceptions.push({
      type,
      message: '',
      frames,
      inputLine,
      ...(next > from ? { relation: 'cause' as const } : {}),
    });
  }
  if (exceptions.length === 0) return undefined;
  return parseResult(lines, from, next, { exceptions });
}
const SHORT =
  /^\s*(?:Caused by: )?((?:[a-z][\w$]{0,80}\.){1,12}[A-Z][\w$]{0,400}) at (\w{1,400}\.\w{2,6}):(\d+)$/;
