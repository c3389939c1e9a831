import { languages } from '../../languages.ts';
import { type Format, exceptionResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { toAppFrame, matchLocation } from '../../location.ts';
import { parseFrames, skipLines } from '../../find-lines.ts';

const MAX_MESSAGE = 60;
// CMake Error at CMakeLists.txt:4 (find_package): · CMake Error at CMakeLists.txt:2: · CMake Error: text · CMake Error in a/CMakeLists.txt:
const HEAD =
  /^\s*CMake Error(?: \(dev\))?(?: at (?<file>\S.{0,400}?):(?<line>\d+)(?: \((?<name>\w{1,80})\))?| in (?<place>\S.{0,400}?))?:(?:\s+(?<message>\S.*))?$/;
const CALL_STACK = /^\s*Call Stack \(most recent call first\):$/;
//   CMakeLists.txt:12 (include)
const CALLS = [/^\s+(?<file>\S.{0,400}?):(?<line>\d+) \((?<name>\w{1,80})\)$/];

/** CMake's errors: the command that failed, an indented message, and the files that called it. */
export const cmake: Format = {
  id: 'cmake',
  language: languages.shell,
  triggers: ['CMake Error'],
  lineStarts: { inside: ['CMake Error '] },
  parse(lines, from) {
    const { text, inputLine } = lines[from] as Line;
    const groups = HEAD.exec(text.slice(0, 4000))?.groups;
    if (groups === undefined) return undefined;
    const { file, line, name, place, message = '' } = groups;
    const isFlat = message === '' && !/^\s{2}|^$/.test(lines[from + 1]?.text ?? '');
    // Where indentation was lost, an empty line ends it.
    const end = skipLines(lines, from + 1, from + MAX_MESSAGE, (below) =>
      isFlat ? below !== '' : /^\s{2}|^$/.test(below),
    );
    const said = joinMessage(message, lines, from + 1, end).replace(/^ +/gm, '');
    if (said === '') return undefined;
    const hasCalls = CALL_STACK.test(lines[end]?.text ?? '');
    const calls = hasCalls
      ? parseFrames(lines, end + 1, (call) => matchLocation(CALLS, call))
      : { frames: [], next: end };
    const path = file ?? place;
    const own = path === undefined ? [] : [toAppFrame(inputLine, path, line, undefined, name)];
    return exceptionResult(lines, from, calls.next, {
      message: said,
      frames: [...own, ...calls.frames],
    });
  },
};
