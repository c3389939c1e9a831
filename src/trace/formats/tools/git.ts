import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of git. */
export const git: Format = {
  id: 'git',
  language: languages.shell,
  triggers: ['fatal: ', 'error: '],
  lineStarts: { inside: ['fatal: [A-Z]'] },
  parse: patternTable([
    // fatal: not a git repository
    [/^fatal: (?<message>.{3,400})$/, { type: 'fatal' }],
    // error: failed to push some refs to 'a' · error: pathspec 'b' did not match any file(s) known to git
    [
      /^error: (?<message>(?:failed to push some refs to|pathspec '|src refspec|Your local changes to|could not apply) ?.{2,300})$/,
    ],
  ]),
};
