import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of CMake. */
export const cmake: Format = {
  id: 'cmake',
  language: languages.shell,
  triggers: ['CMake'],
  lineStarts: { inside: ['CMake Error '] },
  parse: patternTable([
    // CMake Error at CMakeLists.txt:4 (find_package):
    [
      /^CMake Error(?: at (?<file>.{1,300}?):(?<line>\d+) \(\w+\))?:(?<message>.*)$/,
      { messageLines: /^\s{2}|^$/ },
    ],
  ]),
};
