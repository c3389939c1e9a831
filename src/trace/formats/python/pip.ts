import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { patternTable } from '../../pattern-table.ts';

// What stands below a head, drawn or blank.
const DRAWN = /^\s*(?:[×│|]|╰─>|$)/;

/** pip's reports: the head stands above the output of what failed, a closing error below it. */
export const pip: Format = {
  id: 'pip',
  language: languages.python,
  triggers: ['rror: ', 'ERROR: '],
  lineStarts: {
    // error: subprocess-exited-with-error · × python · │ exit code · [end of output]
    inside: ['error: [a-z]+-[a-z-]+ ', '× ', '│ (?![\\s│└])', '╰─> ', '\\[end of output\\]'],
  },
  parse: patternTable([
    // error: subprocess-exited-with-error
    //
    // × python setup.py egg_info did not run successfully.
    // │ exit code: 1
    // ╰─> [6 lines of output]
    [
      /^(?:error|ERROR): (?<code>subprocess-exited-with-error)\n{1,2}× (?<message>.+)/,
      { lineCount: 3, linesBelow: DRAWN, refersTo: 'next' },
    ],
    // It closes the report that it began.
    // error: subprocess-exited-with-error
    [/^(?:error|ERROR): (?<code>subprocess-exited-with-error)$/, { refersTo: 'previousRepeat' }],
    [
      /^(?:error|ERROR): (?<code>(?:metadata-generation|legacy-install|failed-wheel)[a-z-]+)(?:\n{1,2}× (?<message>.+)|(?=\n|$))/,
      { lineCount: 3, linesBelow: DRAWN, refersTo: 'previous' },
    ],
    [
      /^(?:error|ERROR): (?<code>[a-z]+(?:-[a-z]+)+)(?:\n{1,2}× (?<message>.+)|(?=\n|$))/,
      { lineCount: 3, linesBelow: DRAWN },
    ],
    // error: command 'gcc' failed with exit code 1
    [/^error: (?<message>command '\S{1,400}' failed(?: with exit |: ).{1,400})$/, { refersTo: 'previous' }],
    [
      /^ERROR: (?<message>(?:Failed (?:to build|building)|Could not build wheels|No matching distribution|Command errored out|ResolutionImpossible).*)$/,
      { refersTo: 'previous' },
    ],
    [
      /^ERROR: (?<message>(?:Could not (?:find a version|install packages|open requirements)|Cannot (?:un)?install|Package [`'"]|Invalid requirement|Directory |pip's dependency resolver).*)$/,
    ],
  ]),
};
