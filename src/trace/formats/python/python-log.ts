import { isExplanation } from '../../clean/split-prose.ts';
import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { textAt } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors that Python's servers and libraries write to a log without the usual `Type: message`. */
export const pythonLog: Format = {
  id: 'python-log',
  language: languages.python,
  triggers: ['QueuePool limit of size ', "Error - <class '", "Error - <type '"],
  parse: (lines, from) => (isExplanation(textAt(lines, from)) ? undefined : parseLog(lines, from)),
};

const parseLog = patternTable([
  // QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 (Background on this error at: …)
  [
    /^(?:(?!.{0,400}(?:Error|Exception)\b).{0,400}?[\s"'`])?(?<message>QueuePool limit of size \d+ overflow -?\d+ reached, connection timed out, timeout \d+(?:\.\d+)?(?: \(Background on this error at: [^)]{1,400}\))?)/,
  ],
  // Error - <class 'sqlalchemy.exc.OperationalError'>: (OperationalError) no such table: cart
  [
    /^(?:\[.{1,400}\] )?Error - <(?:class|type) '(?:exceptions\.)?(?<type>[A-Za-z_][\w.]{0,400})'>:? ?(?<message>.*)$/,
  ],
]);
