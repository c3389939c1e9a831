import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Maven's errors: of the compiler, of a goal, of a project that it cannot read. */
export const maven: Format = {
  id: 'maven',
  language: languages.java,
  triggers: ['ERROR', 'Error: ', 'Failed to execute goal', 'column ', ':['],
  parse(lines, from) {
    return parseError(lines, from) ?? parseProject(lines, from);
  },
};

const parseError = patternTable([
  // [ERROR] /srv/app/Basket.java:[15,27] cannot find symbol
  [
    /^(?:\[ERROR\]|Error: |ERROR)? ?(?<file>\S.{0,400}\.(?:java|kt|scala|groovy)):\[(?<line>\d+),(?<column>\d+)\] (?:error: )?(?<message>.+)$/,
    { linesBelow: /^(?:\[ERROR\])?\s{2,}\S/ },
  ],
  // [ERROR] Failed to execute goal G on project P: message -> [Help 1]
  // What Maven prints again below is the error that stands above.
  [
    /^(?:\[ERROR\]|Error: )? ?(?<message>Failed to execute goal .+?)(?: -> \[Help \d+\])?$/,
    {
      linesBelow:
        /^(?!\[ERROR\] Failed to execute)(?:\[?(?:ERROR|Error:)\]?(?: |$)|\s{2,}\S|\/\S+:\[\d|-> \[Help)/,
      refersTo: 'previous',
    },
  ],
]);

// [ERROR] 'dependencies.dependency.version' for com.acme:pay:jar is missing. @ line 21, column 17
// [ERROR] The build could not read 1 project -> [Help 1]
/** What Maven says of a project that it cannot read; it says it again below. */
const parseProject = patternTable([
  [
    /^(?:\[(?:ERROR|FATAL)\] )*(?<message>\S.* @ [^@\n]{0,400}line \d+, column \d+)(?:\n.*){0,10}?\n.*The build could not read \d+ project.*/,
    { lineCount: 12, linesBelow: /^(?!(?:\[ERROR\] )?$)/ },
  ],
]);
