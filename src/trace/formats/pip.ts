import type { Format } from '../format.ts';
import { said } from '../said.ts';

// What stands below a head, drawn or blank.
const DRAWN = /^\s*(?:[×│|]|╰─>|$)/;

/** pip's reports: the head stands above the output of what failed, a closing error below it. */
export const pip: Format = {
  id: 'pip',
  language: 'python',
  hint: 'rror: |ERROR: ',
  read: said([
    // error: subprocess-exited-with-error
    //
    // × python setup.py egg_info did not run successfully.
    // │ exit code: 1
    // ╰─> [6 lines of output]
    [
      /^(?:error|ERROR): (?<code>subprocess-exited-with-error)\n{1,2}× (?<message>.+)/,
      { over: 3, below: DRAWN, reports: 'below' },
    ],
    // It closes the report that it began: told already.
    [/^(?:error|ERROR): (?<code>subprocess-exited-with-error)$/, { reports: 'again' }],
    [
      /^(?:error|ERROR): (?<code>(?:metadata-generation|legacy-install|failed-wheel)[a-z-]+)(?:\n{1,2}× (?<message>.+)|(?=\n|$))/,
      { over: 3, below: DRAWN, reports: 'above' },
    ],
    [
      /^(?:error|ERROR): (?<code>[a-z]+(?:-[a-z]+)+)(?:\n{1,2}× (?<message>.+)|(?=\n|$))/,
      { over: 3, below: DRAWN },
    ],
    [
      /^ERROR: (?<message>(?:Failed (?:to build|building)|Could not build wheels|No matching distribution|Command errored out|ResolutionImpossible).*)$/,
      { reports: 'above' },
    ],
    [
      /^ERROR: (?<message>(?:Could not (?:find a version|install packages|open requirements)|Cannot (?:un)?install|Package [`'"]|Invalid requirement|Directory |pip's dependency resolver).*)$/,
    ],
  ]),
};
